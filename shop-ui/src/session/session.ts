import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { dropAccessToken, keepAccessToken, onSessionEnd, refreshAccessToken } from '../api/access-token';
import { answerOf, api, type Schema } from '../api/client';
import { forgetOwn } from '../common/browser-storage';

export type Account = Schema<'OwnProfileView'>;

/** Says that this browser had a session, which is no secret, so that a guest is spared a refusal at each visit. */
const HINT = 'signed-in';

type Message = 'signed-in' | 'signed-out';

/**
 * Who is signed in. Tokens are no part of it: the access token is in memory (api/access-token.ts), the refresh token in a cookie
 * that no script reads. Other tabs of the same browser are told.
 */
export const useSession = defineStore('session', () => {
  const account = ref<Account>();
  /** Why the last session ended, where it was not the shopper's own wish. */
  const endedElsewhere = ref(false);
  const tabs = new BroadcastChannel('session');

  const isSignedIn = computed(() => account.value !== undefined);
  const isShopper = computed(() => account.value?.role === 'user');

  async function load(): Promise<void> {
    account.value = await answerOf(api.GET('/api/v1/users/me'));
    endedElsewhere.value = false;
    localStorage.setItem(HINT, 'yes');
  }

  function forget(): void {
    dropAccessToken();
    account.value = undefined;
    localStorage.removeItem(HINT);
  }

  /** Takes up the session that this browser has, if any. Offline it cannot tell, and nobody is signed in until it can. */
  async function restore(): Promise<void> {
    if (localStorage.getItem(HINT) === null) return;
    if ((await refreshAccessToken()) !== undefined) await load();
  }

  let restoring: Promise<void> | undefined;

  /** Resolves when it is known whether somebody is signed in. */
  function whenRestored(): Promise<void> {
    restoring ??= restore().catch(() => undefined);
    return restoring;
  }

  /** @throws ApiProblem `auth.invalid-credentials`, `auth.account-pending` and others */
  async function signIn(username: string, password: string): Promise<void> {
    keepAccessToken(await answerOf(api.POST('/api/v1/auth/login', { body: { username, password } })));
    await load();
    tell('signed-in');
  }

  /** Ends the session here and on the server. Where that cannot be reached, it is at least forgotten here. */
  async function signOut(): Promise<void> {
    await answerOf(api.POST('/api/v1/auth/logout')).catch(() => undefined);
    forgetOwn();
    forget();
    tell('signed-out');
  }

  function tell(message: Message): void {
    tabs.postMessage(message);
  }

  tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data === 'signed-out') forget();
    else void restore().catch(() => undefined);
  });
  // A page that was opened offline could not tell who is signed in.
  addEventListener('online', () => {
    if (account.value === undefined) void restore().catch(() => undefined);
  });
  onSessionEnd(() => {
    endedElsewhere.value = account.value !== undefined;
    forget();
  });

  return { account, endedElsewhere, isSignedIn, isShopper, load, signIn, signOut, whenRestored };
});
