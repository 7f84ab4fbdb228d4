import { optionsOf, runCommand } from './command';
import { connect } from './connect/connect';
import { Journal } from './connect/journal';
import { find, WHICH } from './deployment/find';
import { twilioApi } from './twilio/api';
import { credentialsOf, twilioWith } from './twilio/of-deployment';

/** `npm run connect`, which docs/connect.md describes. */
runCommand(async () => {
  const options = optionsOf(
    {
      ...WHICH,
      yes: { type: 'boolean' },
      replace: { type: 'boolean' },
      'event-streams': { type: 'boolean' },
      undo: { type: 'boolean' },
    },
    process.argv.slice(2),
  );
  const { deployment } = await find(options);
  const twilio = twilioApi(twilioWith(await credentialsOf(deployment)));
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const wishes = { ...options, eventStreams: options['event-streams'] };
  return connect(wishes, { twilio, deployment, journal: new Journal(deployment.name), say });
});
