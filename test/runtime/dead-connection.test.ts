import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { AWS_CLIENT } from '../../lambda/runtime/aws-client';

let server: Server;
let client: DynamoDBClient;
/** What becomes of a request. */
let listener: RequestListener;
beforeAll(async () => {
  server = createServer((request, response) => listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client = new DynamoDBClient({
    ...AWS_CLIENT,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

describe('is given up by an AWS client, and not waited for until the function is killed:', () => {
  it('one that never answers', async () => {
    listener = () => undefined;
    await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'TimeoutError' });
  }, 10_000);

  it('one that stops in the middle of its answer', async () => {
    listener = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': '1000' });
      response.write('{"TableNames":');
    };
    await expect(client.send(new ListTablesCommand({}))).rejects.toThrow();
  }, 10_000);
});
