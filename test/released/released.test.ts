import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { deadline } from '../../lambda/actions/deadline';
import { dynamoStore } from '../../lambda/adapters/dynamodb';
import { decide } from '../../lambda/domain/decide';
import type { Happening } from '../../lambda/domain/moves';
import type { Conversation } from '../../lambda/domain/record';
import { DEFAULT_SETTINGS } from '../../lambda/domain/settings';
import { TestDeps } from '../doubles/deps';
import { contextAt, CONVERSATION, DEADLINE, inputs } from '../doubles/records';
import { useTables } from '../doubles/table';
import { type Kept, today } from './scenes';

const UNRELEASED = 'unreleased.json';
const TODAY = today();
if (process.env['KEEP_TODAY'] === '1') {
  writeFileSync(join(__dirname, UNRELEASED), `${JSON.stringify(TODAY, null, 2)}\n`);
}
const FILES = readdirSync(__dirname).filter((file) => file.endsWith('.json'));

function keptIn(file: string): Kept {
  return JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as Kept;
}

const tables = useTables();

/** As today's code reads an item that lies in the table. */
async function readFrom(item: Readonly<Record<string, unknown>>) {
  const TableName = await tables.create();
  await tables.client.send(new PutItemCommand({ TableName, Item: marshall(item) }));
  return dynamoStore(tables.client, TableName).read(CONVERSATION);
}

async function recordFrom(item: Readonly<Record<string, unknown>>): Promise<Conversation> {
  const { record } = await readFrom(item);
  if (record === undefined) throw new Error('There is no record');
  return record;
}

/** Names of all facts, also of those within `task`, `pause` and the like, where these are there. */
function factsOf(record: Conversation): string[] {
  const { task, pause, leave, invite, routing } = record;
  const within = Object.entries({ record, task, pause, leave, invite, routing });
  return within.flatMap(([name, part]) => Object.keys(part ?? {}).map((fact) => `${name}.${fact}`)).sort();
}

it('each release has left something behind', () => {
  const changes = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');
  const releases = [...changes.matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)].map(([, version]) => `${version}.json`);
  expect(releases).not.toEqual([]);
  expect([...FILES].sort()).toEqual([...releases, UNRELEASED].sort());
});

it("what today's code leaves behind is kept too: KEEP_TODAY=1 npx jest test/released, once older records are read", () => {
  expect(keptIn(UNRELEASED)).toEqual(JSON.parse(JSON.stringify(TODAY)));
});

describe.each(FILES)('what is left behind in %s', (file) => {
  const { timer, settings, records } = keptIn(file);
  const names = Object.keys(records);

  it.each(names)('has in the record "%s" every fact that a decision may need', async (name) => {
    const facts = factsOf(await recordFrom(records[name]!));
    expect(facts).toEqual(factsOf(await recordFrom(TODAY.records[name]!)));
  });

  it.each(names)('can go on from the record "%s", whatever happens', async (name) => {
    const record = await recordFrom(records[name]!);
    for (const happening of Object.keys(inputs()) as Happening[]) {
      expect(() => decide(record, happening, inputs()[happening], contextAt())).not.toThrow();
    }
  });

  it('has a timer that brings its conversation back at the deadline', async () => {
    const deps = new TestDeps({ now: DEADLINE });
    deps.twilio.fail('invite', 'unavailable'); // it knows no such conversation
    await deps.store.replace(0, await recordFrom(records['paused']!));
    await deadline(timer, deps.nextRun());
    const { record } = await deps.store.read(CONVERSATION);
    expect(record).toMatchObject({ channelState: 'active', pause: null, invite: { purpose: 'reassign' } });
  });

  it('has settings as they were set, and the defaults for what is new', async () => {
    const read = (await readFrom(settings)).settings;
    expect(read).toMatchObject(settings['settings'] as object);
    expect(Object.keys(read).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });
});
