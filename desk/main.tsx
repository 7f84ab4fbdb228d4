import { Heading } from '@twilio-paste/heading';
import { Theme } from '@twilio-paste/theme';
import { render } from 'react-dom';

render(
  <Theme.Provider theme="default">
    <Heading as="h1" variant="heading10">
      Leave and Pause
    </Heading>
  </Theme.Provider>,
  document.getElementById('desk'),
);
