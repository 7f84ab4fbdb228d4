import { type DemoAgent } from '../stand-in/client';

/** The demo agents, and how to be another one. */
export interface Demo {
  readonly agents: readonly DemoAgent[];
  readonly signIn: (name: string) => void;
}
