/** Loaded into the hosting before Strapi: the demo's process gone, even by `kill -9`, the hosting stops as well. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel alone must not keep the process alive.
process.channel?.unref();
