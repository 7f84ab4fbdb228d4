import { setImmediate as nextTurn } from 'node:timers/promises';
import { type IncomingMessage, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { serve } from '../../local/http-server';

/** Gives the listener a POST whose caller goes away in the middle of its body; resolves when the listener has seen that. */
export async function cutOff(listener: RequestListener, target = '/'): Promise<void> {
  let arrived: (request: IncomingMessage) => void;
  const arrival = new Promise<IncomingMessage>((resolve) => (arrived = resolve));
  const server = await serve((request, response) => {
    listener(request, response);
    arrived(request);
  });
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`POST ${target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\npart`);
  const request = await arrival;
  const closed = new Promise((resolve) => request.socket.once('close', resolve));
  socket.destroy();
  await closed;
  await nextTurn(); // the request hears of it after its connection
  await server.close();
}
