import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../api/problem';
import { refusalSentence } from '../conversations/refusals';
import { type Config, readConfig } from './config';
import { DemoSignIn } from './demo-sign-in';
import { Notice } from './notice';
import { PluginSignIn } from './plugin-sign-in';
import { type View } from './views';

/** The whole desk, wherever it is served. */
export function Desk({ views }: { readonly views: readonly View[] }) {
  const [config, setConfig] = useState<Config>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    readConfig().then(setConfig, (error: unknown) => setProblem(asProblem(error)));
  }, []);
  if (problem) {
    return (
      <Notice variant="error" title="The desk cannot start">
        {refusalSentence(problem)}
      </Notice>
    );
  }
  if (!config) return null;
  return config.demo ? <DemoSignIn views={views} /> : <PluginSignIn config={config} views={views} />;
}
