import { useCallback, useMemo } from 'react';
import { type Settings } from '../api/types';
import { useWorkplace } from '../conversations/workplace';
import { useLive } from '../live/use-live';
import {
  type BusEvent,
  type DemoAgent,
  type Execution,
  type StandIn,
  type StandInConversation,
  type StandInTask,
} from '../stand-in/client';
import { tailOf } from '../stand-in/tail';

/** What the parts of the playground tell of, as far as it is known. */
export interface WhatGoesOn {
  readonly agents: readonly DemoAgent[];
  readonly tasks: readonly StandInTask[];
  /** Oldest first */
  readonly conversations: readonly StandInConversation[];
  readonly timers: readonly Execution[];
  /** Newest first */
  readonly events: readonly BusEvent[];
  readonly settings: Settings | undefined;
}

const MOST_EVENTS = 500;
/** On one machine it costs nothing to ask quickly, and whoever looks on wants to see what happens. */
const ALWAYS = (): boolean => true;

export function useWhatGoesOn(standIn: StandIn): WhatGoesOn {
  const { api } = useWorkplace();
  const agents = useLive(
    useCallback(() => standIn.agents(), [standIn]),
    ALWAYS,
  );
  const tasks = useLive(
    useCallback(() => standIn.tasks(), [standIn]),
    ALWAYS,
  );
  const conversations = useLive(
    useCallback(() => standIn.conversations(), [standIn]),
    ALWAYS,
  );
  const timers = useLive(
    useCallback(() => standIn.timers(), [standIn]),
    ALWAYS,
  );
  const events = useLive(
    useMemo(() => tailOf((after) => standIn.events(after), MOST_EVENTS), [standIn]),
    ALWAYS,
  );
  const settings = useLive(useCallback(() => api.settings(), [api]));
  return {
    agents: agents.value ?? [],
    tasks: tasks.value?.tasks ?? [],
    conversations: conversations.value?.conversations ?? [],
    timers: timers.value ?? [],
    events: events.value ?? [],
    settings: settings.value,
  };
}
