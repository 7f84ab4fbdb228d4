/** `TaskSid` becomes `task_sid`: the names that lists of events use for the webhook's facts. */
export const snakeCase = remembered((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase());

/** A page has a thousand events with the same few dozens of names. */
function remembered(make: (name: string) => string): (name: string) => string {
  const made = new Map<string, string>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name)!;
  };
}
