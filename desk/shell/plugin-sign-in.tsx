import { useEffect, useState } from 'react';
import { type Config } from './config';
import { Notice } from './notice';
import { SignedIn } from './signed-in';
import { listenForSignIn, type SignIn } from './token';
import { type View } from './views';

export interface PluginSignInProps {
  readonly config: Config;
  readonly views: readonly View[];
}

/** On AWS the Flex plugin opens the desk and says who is signed in. */
export function PluginSignIn({ config, views }: PluginSignInProps) {
  const [signIn, setSignIn] = useState<SignIn>();
  useEffect(
    () =>
      listenForSignIn(
        window,
        (window.opener as Window | null) ?? (window.parent === window ? null : window.parent),
        config.pluginOrigins,
        setSignIn,
      ),
    [config],
  );
  if (!signIn) {
    return (
      <Notice variant="neutral" title="Open the desk from Flex">
        You are signed in by Flex: open the desk there, and keep Flex open.
      </Notice>
    );
  }
  return <SignedIn apiUrl={config.apiUrl} token={signIn.token} user={signIn.user} views={views} />;
}
