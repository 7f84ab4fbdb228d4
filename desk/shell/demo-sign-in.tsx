import { useCallback, useEffect, useMemo, useState } from 'react';
import { httpOf } from '../api/http';
import { asProblem, type Problem } from '../api/problem';
import { refusalSentence } from '../conversations/refusals';
import { type DemoAgent, standInOf } from '../stand-in/client';
import { useKeptPlace } from './kept-place';
import { Notice } from './notice';
import { SignedIn } from './signed-in';
import { type View } from './views';

const KEPT_AS = 'leave-pause-demo-agent';

/** On one machine anybody may be any of the demo agents; each tab of the browser is one. */
export function DemoSignIn({ views }: { readonly views: readonly View[] }) {
  const [agents, setAgents] = useState<readonly DemoAgent[]>();
  const [problem, setProblem] = useState<Problem>();
  const [name, setName] = useState(sessionStorage.getItem(KEPT_AS));
  useEffect(() => {
    const standIn = standInOf(httpOf({ baseUrl: '', fetch: window.fetch.bind(window) }));
    standIn.agents().then(setAgents, (error: unknown) => setProblem(asProblem(error)));
  }, []);
  const rememberPlace = useKeptPlace(name);
  const signIn = useCallback(
    (chosen: string) => {
      rememberPlace();
      sessionStorage.setItem(KEPT_AS, chosen);
      setName(chosen);
    },
    [rememberPlace],
  );

  const demo = useMemo(() => agents && { agents, signIn }, [agents, signIn]);

  if (problem) {
    return (
      <Notice variant="error" title="The desk cannot start">
        {refusalSentence(problem)}
      </Notice>
    );
  }
  const agent = agents?.find((each) => each.name === name) ?? agents?.[0];
  if (!demo || !agent) return null;
  return <SignedIn key={agent.name} apiUrl="" token={agent.token} user={agent} views={views} demo={demo} />;
}
