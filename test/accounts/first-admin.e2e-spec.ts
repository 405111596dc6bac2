import { startServer } from '../support/servers/server.js';

it('refuses to start with a common password for the first admin', async () => {
  const start = startServer({ env: { ADMIN_PASSWORD: 'Password123' } });
  await expect(start).rejects.toThrow('ADMIN_PASSWORD is refused. This password is among the first');
});
