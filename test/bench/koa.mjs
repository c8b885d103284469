/** Bare Koa, a process of its own: answers every call with the body that its parent sends. Ends with its parent. */
import Koa from 'koa';

process.on('disconnect', () => process.exit());
process.once('message', ({ body }) => {
  const bytes = Buffer.from(body);
  const app = new Koa();
  app.use((ctx) => {
    ctx.type = 'application/json';
    ctx.body = bytes;
  });
  const server = app.listen(0, '127.0.0.1', () => {
    process.send({ origin: `http://127.0.0.1:${server.address().port}` });
  });
});
