import { defineStore } from 'pinia';
import { computed, ref, type Ref } from 'vue';
import {
  clearAccessToken,
  expectSession,
  setAccessToken,
  setSessionRecovery,
  setTokenOwner,
  onSessionEnd,
  refreshAccessToken,
} from '../api/access-token.ts';
import { responseBody, api, type Schema } from '../api/client.ts';
import { clearAccountData, writeStored, readStored } from '../browser/storage.ts';
import { isInBrowser, onWindow } from '../browser/window-events.ts';
import { signOutOnServer, useInterruption } from './interruption.ts';

export type Account = Schema<'OwnProfileView'>;

/** Storage key: this browser had a session. Without it, guests skip a refresh that would fail. */
const SIGNED_IN_KEY = 'signed-in';

/** Storage key of the last shopper, whose cached cart is shown while the server is unreachable. Holds no token. */
const SHOPPER_KEY = 'shopper';

type Message = 'signed-in' | 'signed-out';

/**
 * The signed-in account. It holds no tokens: the access token is in memory (api/access-token.ts), the refresh token in an
 * HttpOnly cookie. Other tabs of the same browser are notified of changes.
 */
export const useSession = defineStore('session', () => {
  const { account, isSignedIn, isShopper, fetchAccount, restoreShopper, change, forget } = useAccount();
  const { isKnown, restore, whenRestored } = useRestoring(load, restoreShopper);
  const interruption = useInterruption();
  /** True if the session ended without a sign-out in this tab. */
  const endedElsewhere = ref(false);

  /** Reloads the account. @throws ApiProblem */
  async function load(): Promise<void> {
    await fetchAccount();
    endedElsewhere.value = false;
  }

  const notifyTabs = useTabs((message) => {
    if (interruption.isOpen) void (message === 'signed-in' && interruption.retry());
    else if (message === 'signed-out') forget();
    else void restore();
  });

  /** @throws ApiProblem `auth.invalid-credentials`, `auth.account-pending` and others */
  async function signIn(username: string, password: string): Promise<void> {
    setAccessToken(await responseBody(api.POST('/api/v1/auth/login', { body: { username, password } })));
    await load();
    notifyTabs('signed-in');
  }

  /** Ends the session here and on the server. If the server is unreachable, it ends only here. */
  async function signOut(): Promise<void> {
    await signOutOnServer();
    clearAccountData();
    forget();
    notifyTabs('signed-out');
  }

  /** Reloads the account after it has changed elsewhere, in all tabs. @throws ApiProblem */
  async function reload(): Promise<void> {
    await load();
    notifyTabs('signed-in');
  }

  useSessionEnd(account, {
    onRecovery: () => void reload().catch(() => undefined),
    endedElsewhere,
    forget,
  });

  const state = { account, isSignedIn, isShopper, isKnown, endedElsewhere };
  return { ...state, load, reload, change, signIn, signOut, whenRestored };
});

interface SessionEnd {
  readonly onRecovery: () => void;
  readonly endedElsewhere: Ref<boolean>;
  readonly forget: () => void;
}

/** Asks the user to sign in again when the session has ended. Only if they leave, it ends here too. */
function useSessionEnd(
  account: Ref<Account | undefined>,
  { onRecovery, endedElsewhere, forget }: SessionEnd,
): void {
  const interruption = useInterruption();
  setSessionRecovery(async (other) => {
    if (account.value === undefined) return false;
    const isRecovered = await interruption.open(account.value, other);
    if (isRecovered) onRecovery();
    return isRecovered;
  });
  onSessionEnd(() => {
    endedElsewhere.value = account.value !== undefined;
    forget();
  });
}

function useAccount() {
  const account = ref<Account>();

  function setAccount(next: Account): void {
    account.value = next;
    setTokenOwner(next.id);
    localStorage.setItem(SIGNED_IN_KEY, 'yes');
    writeStored(SHOPPER_KEY, next.role === 'user' ? next : undefined);
  }

  async function fetchAccount(): Promise<void> {
    setAccount(await responseBody(api.GET('/api/v1/users/me')));
  }

  /** Restores the last shopper of this browser until the server is reachable. */
  function restoreShopper(): void {
    const stored = readStored(SHOPPER_KEY) as Partial<Account> | undefined;
    if (stored?.role !== 'user' || typeof stored.id !== 'string') return;
    expectSession();
    account.value ??= stored as Account;
    setTokenOwner(account.value.id);
  }

  /** Updates the own account. @throws ApiProblem `users.email-taken`, `request.rule-broken` and others */
  async function change(body: Schema<'UpdateMeBody'>): Promise<void> {
    setAccount(await responseBody(api.PATCH('/api/v1/users/me', { body })));
  }

  function forget(): void {
    clearAccessToken();
    setTokenOwner(undefined);
    account.value = undefined;
    localStorage.removeItem(SIGNED_IN_KEY);
    writeStored(SHOPPER_KEY, undefined);
  }

  return {
    account,
    isSignedIn: computed(() => account.value !== undefined),
    isShopper: computed(() => account.value?.role === 'user'),
    fetchAccount,
    restoreShopper,
    change,
    forget,
  };
}

/** Restores this browser's session, if any. */
function useRestoring(load: () => Promise<void>, restoreShopper: () => void) {
  /** False if the server was unreachable: the account is then the one that this browser remembers. */
  const isKnown = ref(true);
  // The server renders every page for a guest.
  let restoring = isInBrowser ? undefined : Promise.resolve();

  async function restore(): Promise<void> {
    try {
      if (localStorage.getItem(SIGNED_IN_KEY) !== null && (await refreshAccessToken()) !== undefined)
        await load();
      isKnown.value = true;
    } catch {
      isKnown.value = false;
      restoreShopper();
      restoring = undefined;
    }
  }

  /** Resolves when the session is restored or known to be absent. After a failure, the next call tries again. */
  function whenRestored(): Promise<void> {
    restoring ??= restore();
    return restoring;
  }

  onWindow(['online'], () => {
    if (!isKnown.value) void whenRestored();
  });
  return { isKnown, restore, whenRestored };
}

/** Exchanges sign-in and sign-out messages with the other tabs. Returns a function that sends one. */
function useTabs(onMessage: (message: Message) => void): (message: Message) => void {
  if (!isInBrowser) return () => undefined;
  const tabs = new BroadcastChannel('session');
  tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => onMessage(data));
  return (message) => tabs.postMessage(message);
}
