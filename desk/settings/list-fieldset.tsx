import { Box } from '@twilio-paste/box';
import { Button } from '@twilio-paste/button';
import { HelpText } from '@twilio-paste/help-text';
import { CloseIcon } from '@twilio-paste/icons/esm/CloseIcon';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { Input } from '@twilio-paste/input';
import { useEffect, useRef } from 'react';
import { type ListField } from './fields';
import { problemWithItem } from './typed';

export interface ListFieldsetProps {
  readonly id: string;
  readonly field: ListField;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
}

/** A list: each of it can be changed or removed, others can be added. Focus goes to what was added, or to the list. */
export function ListFieldset({ id, field, items, onChange }: ListFieldsetProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  const toFocus = useRef<string | null>(null);
  useEffect(() => {
    if (toFocus.current !== null) document.getElementById(toFocus.current)?.focus();
    toFocus.current = null;
  });

  const add = (): void => {
    toFocus.current = `${id}-${items.length}`;
    onChange([...items, '']);
  };
  const remove = (n: number): void => {
    toFocus.current = id;
    onChange(items.filter((_, other) => other !== n));
  };

  return (
    <fieldset
      id={id}
      ref={list}
      tabIndex={-1}
      aria-describedby={`${id}-help`}
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
    >
      <Box
        as="legend"
        padding="space0"
        marginBottom="space20"
        fontWeight="fontWeightMedium"
        color="colorText"
      >
        {field.label}
      </Box>
      <Box display="flex" flexDirection="column" rowGap="space30">
        {items.map((item, n) => (
          <Item
            // What is typed stays in its place; nothing is sorted.
            key={n}
            id={`${id}-${n}`}
            name={`${field.item} ${n + 1}`}
            value={item}
            error={problemWithItem(field, items, n)}
            onChange={(text) => onChange(items.map((each, other) => (other === n ? text : each)))}
            onRemove={() => remove(n)}
          />
        ))}
        <Box>
          <Button variant="secondary" size="small" onClick={add}>
            <PlusIcon decorative />
            {`Add a${/^[aeiou]/.test(field.item) ? 'n' : ''} ${field.item}`}
          </Button>
        </Box>
      </Box>
      <HelpText id={`${id}-help`}>{field.help}</HelpText>
    </fieldset>
  );
}

interface ItemProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
  readonly onRemove: () => void;
}

function Item({ id, name, value, error, onChange, onRemove }: ItemProps) {
  return (
    <Box>
      <Box display="flex" columnGap="space30">
        <Box flexGrow={1} minWidth="0">
          <Input
            id={id}
            aria-label={name}
            type="text"
            autoComplete="off"
            value={value}
            hasError={error !== undefined}
            {...(error !== undefined && { 'aria-describedby': `${id}-error` })}
            onChange={({ target }) => onChange(target.value)}
          />
        </Box>
        <Button variant="secondary_icon" size="icon" onClick={onRemove}>
          <CloseIcon decorative={false} title={`Remove ${name}`} />
        </Button>
      </Box>
      {error !== undefined && (
        <HelpText id={`${id}-error`} variant="error">
          {error}
        </HelpText>
      )}
    </Box>
  );
}
