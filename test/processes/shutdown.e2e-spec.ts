import { newUsername, register, signIn } from '../factories/users.js';
import { startServer } from '../support/servers/server.js';

it('finishes pending requests on SIGTERM and exits with 0', async () => {
  const server = await startServer();
  const usernames = Array.from({ length: 20 }, () => newUsername());

  // Each request hashes a password, which takes time: after the first response, the server works on all of them.
  const registering = usernames.map((username) => register(server, username));
  await Promise.race(registering);
  const exitCode = await server.stop();

  expect(await Promise.all(registering)).toHaveLength(usernames.length);
  expect(exitCode).toBe(0);
  await server.start();
  await Promise.all(usernames.map((username) => signIn(server, username)));
});
