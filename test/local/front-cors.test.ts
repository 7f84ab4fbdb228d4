import { type Cors } from '../../local/cors';
import { ask } from './front-fixture';

describe('CORS', () => {
  const CORS: Cors = {
    AllowOrigins: ['https://desk.example'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['authorization'],
    ExposeHeaders: ['etag'],
  };
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST' },
  });

  it('answers the question of a page from a configured origin without the function', async () => {
    const reply = await ask('/items', preflight('https://desk.example'), undefined, { cors: CORS });
    expect(reply.status).toBe(204);
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': 'https://desk.example',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
    });
    expect(reply.event).toBeUndefined();
  });

  it('allows another origin nothing', async () => {
    const reply = await ask('/items', preflight('https://other.example'), undefined, { cors: CORS });
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('lets a configured origin read the answer', async () => {
    const reply = await ask('/items', { headers: { origin: 'https://desk.example' } }, undefined, {
      cors: CORS,
    });
    expect(reply.headers).toMatchObject({
      'access-control-allow-origin': 'https://desk.example',
      'access-control-expose-headers': 'etag',
    });
  });

  it('does nothing where it is not configured', async () => {
    const reply = await ask('/items', preflight('https://desk.example'));
    expect(reply.event.routeKey).toBe('$default');
    expect(reply.headers).not.toHaveProperty('access-control-allow-origin');
  });
});
