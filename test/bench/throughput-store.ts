import { deployedCode } from '../../local/deployed-code';
import { createTables, startDynamoDb } from '../../local/dynamodb';
import { serve } from '../../local/http-server';

/** The embedded DynamoDB with the product's tables and nothing else. */
async function main(): Promise<void> {
  const { client, listener } = await startDynamoDb();
  const { template } = await deployedCode();
  await createTables(client, template);
  const { url } = await serve(listener);
  process.stdout.write(`ready ${url}\n`);
}

void main();
