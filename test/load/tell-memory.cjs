/**
 * In a process of its own: tells whoever has started it how much memory is in use, once what nobody needs is collected. The
 * process's own size says less: as long as the machine has room, V8 lets it grow.
 */
process.on('message', () => {
  global.gc();
  process.send(process.memoryUsage().heapUsed);
});
process.channel?.unref(); // there is none in a thread of tsx
