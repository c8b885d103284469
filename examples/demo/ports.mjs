/** The demo's ports: one variable each, checked before anything slow begins. */
import { createServer } from 'node:net';
import { refuse } from '../../.config/bootstrap.mjs';

const defaults = {
  GUICHET_PORT: 1337,
  GUICHET_FAVRIL_PORT: 8028,
  GUICHET_TRILPORT_PORT: 8077,
  GUICHET_OPERATOR_PORT: 8042,
  GUICHET_MAIL_PORT: 1080,
  GUICHET_SMTP_PORT: 1025,
};

/** Takes the port for an instant. 0 takes any free one. */
function probe(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

async function take(name, fallback) {
  const text = process.env[name] || String(fallback);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    refuse(`${name} is a port, from 0 (any free one) to 65535, not "${text}".`);
  try {
    const taken = await probe(port, '127.0.0.1');
    // A browser tries ::1 first for `localhost`: someone else there would answer in our place.
    await probe(taken, '::1').catch((error) => {
      if (error.code === 'EADDRINUSE') throw error;
    });
    return taken;
  } catch (error) {
    if (error.code === 'EADDRINUSE')
      refuse(
        `Port ${port} is already in use: stop the program that holds it, or choose another with ${name}=<port>.`,
      );
    if (error.code === 'EACCES')
      refuse(`Port ${port} needs more rights: choose one above 1023 with ${name}=<port>.`);
    throw error;
  }
}

/** @returns {Promise<Record<keyof typeof defaults, number>>} five different free ports; otherwise one sentence */
export async function takePorts() {
  const ports = {};
  for (const [name, fallback] of Object.entries(defaults)) {
    ports[name] = await take(name, fallback);
    const twin = Object.keys(ports).find((other) => other !== name && ports[other] === ports[name]);
    if (twin) refuse(`${twin} and ${name} are both ${ports[name]}: give each its own port.`);
  }
  return ports;
}
