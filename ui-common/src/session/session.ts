import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import {
  dropAccessToken,
  hopeForSession,
  keepAccessToken,
  onSessionEnd,
  refreshAccessToken,
} from '../api/access-token.ts';
import { answerOf, api, type Schema } from '../api/client.ts';
import { forgetOwn, keep, readKept } from '../browser/storage.ts';
import { isInBrowser, onWindow } from '../browser/window-events.ts';

export type Account = Schema<'OwnProfileView'>;

/** Says that this browser had a session, which is no secret, so that a guest is spared a refusal at each visit. */
const HINT = 'signed-in';

/** The shopper of this browser, without a token: whose cart it shows where the server cannot be asked. */
const SHOPPER = 'shopper';

type Message = 'signed-in' | 'signed-out';

/**
 * Who is signed in. Tokens are no part of it: the access token is in memory (api/access-token.ts), the refresh token in a cookie
 * that no script reads. Other tabs of the same browser are told.
 */
export const useSession = defineStore('session', () => {
  const { account, isSignedIn, isShopper, fetchAccount, recall, change, forget } = useAccount();
  const { isKnown, restore, whenRestored } = useRestoring(load, recall);
  /** Why the last session ended, where it was not the shopper's own wish. */
  const endedElsewhere = ref(false);

  /** Looks at the account anew. @throws ApiProblem */
  async function load(): Promise<void> {
    await fetchAccount();
    endedElsewhere.value = false;
  }

  const tellTabs = useTabs((message) => {
    if (message === 'signed-out') forget();
    else void restore();
  });

  /** @throws ApiProblem `auth.invalid-credentials`, `auth.account-pending` and others */
  async function signIn(username: string, password: string): Promise<void> {
    keepAccessToken(await answerOf(api.POST('/api/v1/auth/login', { body: { username, password } })));
    await load();
    tellTabs('signed-in');
  }

  /** Ends the session here and on the server. Where that cannot be reached, it is at least forgotten here. */
  async function signOut(): Promise<void> {
    await answerOf(api.POST('/api/v1/auth/logout')).catch(() => undefined);
    forgetOwn();
    forget();
    tellTabs('signed-out');
  }

  onSessionEnd(() => {
    endedElsewhere.value = isSignedIn.value;
    forget();
  });

  const state = { account, isSignedIn, isShopper, isKnown, endedElsewhere };
  return { ...state, load, change, signIn, signOut, whenRestored };
});

function useAccount() {
  const account = ref<Account>();

  function know(now: Account): void {
    account.value = now;
    localStorage.setItem(HINT, 'yes');
    keep(SHOPPER, now.role === 'user' ? now : undefined);
  }

  async function fetchAccount(): Promise<void> {
    know(await answerOf(api.GET('/api/v1/users/me')));
  }

  /** Takes the shopper who was here last for who is here still, until the server can be asked. */
  function recall(): void {
    const kept = readKept(SHOPPER) as Partial<Account> | undefined;
    if (kept?.role !== 'user' || typeof kept.id !== 'string') return;
    hopeForSession();
    account.value ??= kept as Account;
  }

  /** Changes the own account. @throws ApiProblem `users.email-taken`, `request.rule-broken` and others */
  async function change(body: Schema<'UpdateMeBody'>): Promise<void> {
    know(await answerOf(api.PATCH('/api/v1/users/me', { body })));
  }

  function forget(): void {
    dropAccessToken();
    account.value = undefined;
    localStorage.removeItem(HINT);
    keep(SHOPPER, undefined);
  }

  return {
    account,
    isSignedIn: computed(() => account.value !== undefined),
    isShopper: computed(() => account.value?.role === 'user'),
    fetchAccount,
    recall,
    change,
    forget,
  };
}

/** Takes up the session that this browser has, if any. */
function useRestoring(load: () => Promise<void>, recall: () => void) {
  /** False where the server could not be asked: somebody may well be signed in, and who is, is what this browser remembers. */
  const isKnown = ref(true);
  // To the server, which draws the same page for all, each is a guest.
  let restoring = isInBrowser ? undefined : Promise.resolve();

  async function restore(): Promise<void> {
    try {
      if (localStorage.getItem(HINT) !== null && (await refreshAccessToken()) !== undefined) await load();
      isKnown.value = true;
    } catch {
      isKnown.value = false;
      recall();
      restoring = undefined;
    }
  }

  /** Resolves when it is known whether somebody is signed in; what could not be found out is tried again next time. */
  function whenRestored(): Promise<void> {
    restoring ??= restore();
    return restoring;
  }

  onWindow(['online'], () => {
    if (!isKnown.value) void whenRestored();
  });
  return { isKnown, restore, whenRestored };
}

/** Tells the other tabs of this browser what happens in this one, and hears it from them. */
function useTabs(hear: (message: Message) => void): (message: Message) => void {
  if (!isInBrowser) return () => undefined;
  const tabs = new BroadcastChannel('session');
  tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => hear(data));
  return (message) => tabs.postMessage(message);
}
