import { newFailedEvent } from '../factories/failed-events.js';
import { newManager, newShopper, signIn, signInAdmin, type TestUser } from '../factories/users.js';
import { bodyOf, type Problem } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { HAS_WORKERS, startServer, type Server } from '../support/servers/server.js';
import { describeIf } from '../support/stores/engine.js';

interface Jobs {
  readonly queuesReachable: boolean;
  readonly queues: readonly { readonly name: string; readonly waiting: number; readonly failed: number }[];
  readonly outbox: { readonly open: number; readonly failed: number };
  readonly failures: readonly { readonly id: string; readonly type: string; readonly failure: string }[];
  readonly schedules: readonly { readonly name: string; readonly nextDueAt: string }[];
}

let server: Server;
let admin: TestUser;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
});

const jobs = async (): Promise<Jobs> => bodyOf(await server.client.as(admin).get<Jobs>('/admin/jobs'), 200);

describe('GET /admin/jobs', () => {
  it('returns every queue and schedule', async () => {
    const { queuesReachable, queues, schedules, outbox } = await jobs();
    expect(queuesReachable).toBe(true);
    expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining(['orders', 'users', 'schedules']));
    expect(schedules.map(({ name }) => name).sort()).toEqual([
      'clean-up',
      'daily-reminder',
      'low-stock',
      'monthly-report',
    ]);
    for (const { nextDueAt } of schedules) expect(Date.parse(nextDueAt)).toBeGreaterThan(Date.now());
    expect(outbox.failed).toBe(0);
  });

  it('lists a permanently failed job until it is retried', async () => {
    const id = await newFailedEvent(server);
    expect((await jobs()).failures).toContainEqual(
      expect.objectContaining({
        id,
        type: 'users.account-approved',
        failure: 'The mail server does not answer.',
      }),
    );
    bodyOf(await server.client.as(admin).post(`/admin/jobs/failures/${id}/retry`), 202);
    expect((await jobs()).failures.map((failure) => failure.id)).not.toContain(id);
    const again = await server.client.as(admin).post<Problem>(`/admin/jobs/failures/${id}/retry`);
    expect([again.status, again.body.code]).toEqual([404, 'ops.failure-not-found']);
  });

  it('retries all failed jobs in bulk and records each in the audit log', async () => {
    const ids = [await newFailedEvent(server), await newFailedEvent(server), await newFailedEvent(server)];
    const response = await server.client.as(admin).post<{ retried: number }>('/admin/jobs/failures/retry');
    expect(bodyOf(response, 202).retried).toBe(3);
    const entries = await server.rows<{ subject_id: string }>(
      `SELECT subject_id FROM audit_entries WHERE action = 'jobs.failure-retried'`,
    );
    expect(entries.map((entry) => entry.subject_id)).toEqual(expect.arrayContaining(ids));
  });
});

describe('queue board', () => {
  async function passOf(user: TestUser): Promise<string> {
    const response = await server.client.as(user).post('/admin/queue-board/pass');
    bodyOf(response, 204);
    return (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
  }

  const get = (path: string, cookie = ''): Promise<Response> =>
    fetch(`${server.url}${path}`, { headers: cookie === '' ? {} : { cookie } });

  it('opens for an admin with a token and shows the queues', async () => {
    const response = await server.client.as(admin).post('/admin/queue-board/pass');
    expect(response.headers.get('set-cookie')).toMatch(/Path=\/queues; HttpOnly; SameSite=Strict/);
    const pass = await passOf(admin);
    const page = await get('/queues', pass);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toContain('googleapis');
    const script = /src="(static\/js\/main[^"]+)"/.exec(html)?.[1] ?? '';
    expect((await get(`/queues/${script}`, pass)).status).toBe(200);
    const queues = (await (await get('/queues/api/queues', pass)).json()) as { queues: { name: string }[] };
    expect(queues.queues.map(({ name }) => name)).toContain('orders');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  it.each(['/queues', '/queues/api/queues', '/queues/static/js/main.js'])(
    'refuses %s with 401 without a valid token',
    async (path) => {
      expect((await get(path)).status).toBe(401);
      expect((await get(path, 'queue_board=forged')).status).toBe(401);
      expect((await get(path, `queue_board=${admin.accessToken}`)).status).toBe(401);
      const refused = await get(path);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('refuses a token to managers and shoppers with 403', async () => {
    const [manager, shopper] = await Promise.all([newManager(server), newShopper(server)]);
    for (const user of [manager, shopper])
      expect((await server.client.as(user).post('/admin/queue-board/pass')).status).toBe(403);
  });

  it('invalidates a token when its session ends', async () => {
    const second = await signIn(server, 'admin', admin.password);
    const pass = await passOf(second);
    expect((await get('/queues', pass)).status).toBe(200);
    const sessions = await server.client
      .as(second)
      .get<{ items: { id: string; current: boolean }[] }>('/users/me/sessions');
    const own = bodyOf(sessions, 200).items.find((one) => one.current);
    await server.client.as(second).delete(`/users/me/sessions/${own?.id ?? ''}`);
    expect((await get('/queues', pass)).status).toBe(401);
  });

  it('refuses requests from other sites with 403', async () => {
    const pass = await passOf(admin);
    const pressed = await fetch(`${server.url}/queues/api/queues/orders/pause`, {
      method: 'PUT',
      headers: { cookie: pass, origin: 'https://elsewhere.example' },
    });
    expect(pressed.status).toBe(403);
  });

  describeIf(!HAS_WORKERS)('without Redis', () => {
    const board = async (query: string, cookie: string): Promise<BoardQueue[]> => {
      const response = await get(`/queues/api/queues?${query}`, cookie);
      return ((await response.json()) as { queues: BoardQueue[] }).queues;
    };

    it('shows pending, completed and failed events of the outbox, also those of an earlier process', async () => {
      const id = await newFailedEvent(server);
      const cookie = await passOf(admin);
      const failed = (await board('activeQueue=users&status=failed&page=1', cookie)).find(isUsers);
      expect(failed?.jobs).toContainEqual(
        expect.objectContaining({
          id,
          name: 'users.account-approved',
          failedReason: 'The mail server does not answer.',
        }),
      );
      expect(failed?.counts.failed).toBeGreaterThanOrEqual(1);
      await newManager(server);
      await until(async () => {
        const users = (await board('activeQueue=users&status=completed&page=1', cookie)).find(isUsers);
        return (users?.jobs.length ?? 0) > 0;
      });
      const job = await get(`/queues/api/queues/users/${id}`, cookie);
      expect(await job.json()).toMatchObject({ job: { id }, status: 'failed' });
    });

    it('lists the schedules', async () => {
      const cookie = await passOf(admin);
      const response = await get('/queues/api/job-schedulers', cookie);
      expect(await response.text()).toContain('monthly-report');
    });

    it('refuses changes with 405', async () => {
      const cookie = await passOf(admin);
      const paused = await fetch(`${server.url}/queues/api/queues/users/pause`, {
        method: 'PUT',
        headers: { cookie, origin: server.url },
      });
      expect(paused.status).toBe(405);
    });
  });
});

interface BoardQueue {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly jobs: readonly { readonly id: string; readonly name: string; readonly failedReason: string }[];
}

const isUsers = ({ name }: BoardQueue): boolean => name === 'users';

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error('The condition did not hold in time.');
}
