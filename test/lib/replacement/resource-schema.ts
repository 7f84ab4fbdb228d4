import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What CloudFormation says of a type of resource, as far as a replacement goes. */
export interface ResourceSchema {
  /** It keeps data of its own. */
  readonly isStateful: boolean;
  /** Properties of which a change makes a new resource and deletes the old one. */
  readonly replacing: readonly string[];
}

interface Described {
  readonly cloudFormationType: string;
  readonly isStateful?: boolean;
  readonly properties: Readonly<Record<string, { readonly causesReplacement?: 'yes' | 'maybe' }>>;
}

/** By type: AWS's own description of all of them, which the CDK CLI brings along for `cdk diff`. */
export function resourceSchemas(): ReadonlyMap<string, ResourceSchema> {
  const cli = dirname(createRequire(__filename).resolve('aws-cdk/package.json'));
  const database = JSON.parse(gunzipSync(readFileSync(join(cli, 'db.json.gz'))).toString()) as {
    schema: { resource: { entities: Record<string, Described> } };
  };
  const described = Object.values(database.schema.resource.entities);
  return new Map(described.map((each) => [each.cloudFormationType, schemaOf(each)]));
}

function schemaOf({ isStateful = false, properties }: Described): ResourceSchema {
  const names = Object.keys(properties);
  return {
    isStateful,
    replacing: names.filter((name) => properties[name]?.causesReplacement !== undefined).sort(),
  };
}
