import { Anchor } from '@twilio-paste/anchor';
import { Avatar } from '@twilio-paste/avatar';
import { Box } from '@twilio-paste/box';
import { UserIcon } from '@twilio-paste/icons/esm/UserIcon';
import { Option, Select } from '@twilio-paste/select';
import { useWorkplace } from '../conversations/workplace';
import { type Demo } from './demo';
import { type View } from './views';

export interface HeaderProps {
  readonly views: readonly View[];
  readonly current: View | undefined;
  readonly demo?: Demo | undefined;
}

/** The bar at the top: the product, the views, and who is signed in. */
export function Header({ views, current, demo }: HeaderProps) {
  const { user } = useWorkplace();
  return (
    <Box
      as="header"
      display="flex"
      flexWrap="wrap"
      alignItems="center"
      columnGap="space70"
      rowGap="space20"
      paddingX="space50"
      paddingY="space30"
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth10"
      borderBottomColor="colorBorderWeaker"
    >
      <Box fontWeight="fontWeightBold" color="colorText">
        Leave and Pause
      </Box>
      <Box as="nav" aria-label="Views" display="flex" columnGap="space50" flexGrow={1}>
        {views.map((view) => (
          <NavLink key={view.path} view={view} isCurrent={view === current} />
        ))}
      </Box>
      <Box display="flex" alignItems="center" columnGap="space30">
        <Avatar size="sizeIcon50" name={user.name} icon={UserIcon} />
        {demo ? <DemoAgents demo={demo} name={user.name} /> : <Box color="colorText">{user.name}</Box>}
      </Box>
    </Box>
  );
}

function NavLink({ view: { path, title }, isCurrent }: { readonly view: View; readonly isCurrent: boolean }) {
  return (
    <Box
      borderBottomStyle="solid"
      borderBottomWidth="borderWidth20"
      borderBottomColor={isCurrent ? 'colorBorderPrimary' : 'transparent'}
    >
      <Anchor href={`#/${path}`} aria-current={isCurrent ? 'page' : undefined}>
        {title}
      </Anchor>
    </Box>
  );
}

function DemoAgents({ demo: { agents, signIn }, name }: { readonly demo: Demo; readonly name: string }) {
  return (
    <Box>
      <Select
        aria-label="Signed in as"
        id="demo-agent"
        value={name}
        onChange={({ target }) => signIn(target.value)}
      >
        {agents.map((each) => (
          <Option key={each.name} value={each.name}>
            {`${each.name}, ${each.roles.join(', ')}`}
          </Option>
        ))}
      </Select>
    </Box>
  );
}
