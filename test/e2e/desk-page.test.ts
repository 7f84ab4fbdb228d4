import { buildDesk } from '../../desk/build';
import { productForAll } from './fixture';
import { ALICE } from './running-product';

const product = productForAll({ desk: buildDesk });

const page = async (path: string) => fetch(product().product.url + path);

it('is at the address of the API, with the script that it loads', async () => {
  const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(await (await page('/')).text()) ?? [];
  const answer = await page(`/${script}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/javascript; charset=utf-8',
  ]);
});

it('is told that it is a demonstration, and that the API is here', async () => {
  expect(await (await page('/config.json')).json()).toEqual({ apiUrl: '', demo: true });
});

it('stands before no route of the API', async () => {
  const running = product();
  expect((await running.get('/settings', ALICE)).status).toBe(200);
  expect((await running.get('/health')).status).toBe(200);
  expect((await running.get('/local/clock')).status).toBe(200);
  const unknown = await running.ask('GET', '/desk');
  expect([unknown.status, unknown.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});
