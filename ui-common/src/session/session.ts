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
import { markSignedIn, SIGNED_IN_KEY } from '../browser/signed-in-mark.ts';
import { isInBrowser, onWindow } from '../browser/window-events.ts';
import { signOutOnServer, useInterruption } from './interruption.ts';

export type Account = Schema<'OwnProfileView'>;

/** Storage key of the last shopper, whose cached cart is shown while the server is unreachable. Holds no token. */
const SHOPPER_KEY = 'shopper';

type Message = 'signed-in' | 'signed-out';

/**
 * The signed-in account. It holds no tokens: the access token is in memory (api/access-token.ts), the refresh token in an
 * HttpOnly cookie. Other tabs of the same browser are notified of changes.
 */
export const useSession = defineStore('session', () => {
  const { account, isSignedIn, isShopper, fetchAccount, restoreShopper, change, forget } = useAccount();
  const { isKnown, isGuest, restore, whenRestored } = useRestoring({ load, restoreShopper, isSignedIn });
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

  const state = { account, isSignedIn, isGuest, isShopper, isKnown, endedElsewhere };
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
    markSignedIn();
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
    markSignedIn();
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
function useRestoring({
  load,
  restoreShopper,
  isSignedIn,
}: {
  readonly load: () => Promise<void>;
  readonly restoreShopper: () => void;
  readonly isSignedIn: Ref<boolean>;
}) {
  /** False if the server was unreachable: the account is then the one that this browser remembers. */
  const isKnown = ref(true);
  /** True until it is known whether this browser's session still exists. */
  const isExpected = ref(isInBrowser && localStorage.getItem(SIGNED_IN_KEY) !== null);
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
    } finally {
      isExpected.value = false;
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
  /** False while a session is being restored: a person who is signed in is never shown as a guest. */
  const isGuest = computed(() => !isSignedIn.value && !isExpected.value);
  return { isKnown, isGuest, restore, whenRestored };
}

/** Exchanges sign-in and sign-out messages with the other tabs. Returns a function that sends one. */
function useTabs(onMessage: (message: Message) => void): (message: Message) => void {
  if (!isInBrowser) return () => undefined;
  const tabs = new BroadcastChannel('session');
  tabs.addEventListener('message', ({ data }: MessageEvent<Message>) => onMessage(data));
  return (message) => tabs.postMessage(message);
}
