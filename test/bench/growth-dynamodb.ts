import { createTables, type LocalDynamoDb, startDynamoDb } from '../../local/dynamodb';
import { serve, type Served } from '../../local/http-server';
import { type Template } from '../../local/template';

/** Where the functions ask; which DynamoDB answers is changed while they run. */
export class ChangingDynamoDb {
  private constructor(
    readonly first: LocalDynamoDb,
    private answering: LocalDynamoDb,
    private readonly server: Served,
  ) {}

  static async start(template: Template): Promise<ChangingDynamoDb> {
    const first = await startDynamoDb();
    await createTables(first.client, template);
    const server = await serve((request, response) => changing.answering.listener(request, response));
    const changing = new ChangingDynamoDb(first, first, server);
    process.env['AWS_ENDPOINT_URL_DYNAMODB'] = server.url;
    return changing;
  }

  change(to: LocalDynamoDb): void {
    this.answering = to;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.first.close();
  }
}
