import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { adopt, exchangeCookie, type OtherUser } from '../api/access-token.ts';
import { ApiProblem, UNREACHABLE, problemOf } from '../api/api-problem.ts';
import type { Schema } from '../api/client.ts';
import { clearAccountData } from '../browser/storage.ts';

/** The user whose work in this tab was interrupted. */
type Owner = Pick<Schema<'UserView'>, 'username' | 'displayName'>;

/**
 * The session has ended under the hands of its user. Requests wait, and what was typed stays where it is, until the same user signs
 * in again, here or in another tab, or leaves.
 */
export const useInterruption = defineStore('interruption', () => {
  const { owner, other, open, close } = useWaiting();
  /** The other user starts afresh: what is not saved may be lost. */
  const isDiscarding = ref(false);

  /**
   * Signs in. Another user than the owner changes nothing in this tab.
   *
   * @throws ApiProblem `auth.invalid-credentials`, `auth.account-suspended` and others
   */
  async function signIn(username: string, password: string): Promise<void> {
    resume(adopt(await postSignIn(username, password)));
  }

  /** Continues if the owner has signed in in another tab. */
  async function retry(): Promise<void> {
    const exchange = await exchangeCookie().catch(() => undefined);
    if (exchange !== undefined) resume(exchange);
  }

  function resume({ token, other: otherUser }: ReturnType<typeof adopt>): void {
    if (token === undefined) other.value = otherUser;
    else close(true);
  }

  /** Signs the other user out, and asks for the owner again. */
  async function refuseOther(): Promise<void> {
    await signOutOnServer();
    other.value = undefined;
  }

  /** Leaves the work of the owner behind, and starts afresh as the other user: nothing in memory survives. */
  function continueAsOther(home: string): void {
    clearAccountData();
    isDiscarding.value = true;
    location.assign(home);
  }

  const state = { owner, other, isDiscarding, isOpen: computed(() => owner.value !== undefined) };
  return { ...state, open, signIn, retry, leave: () => close(false), refuseOther, continueAsOther };
});

/** The interruption that requests wait for. */
function useWaiting() {
  const owner = ref<Owner>();
  /** Another user, who has signed in meanwhile. Nothing is sent in this user's name. */
  const other = ref<OtherUser>();
  let settle: (isRecovered: boolean) => void = () => undefined;

  /** Waits until the interruption is over. Returns true if its owner is signed in again. */
  function open(interrupted: Owner, otherUser: OtherUser | undefined): Promise<boolean> {
    owner.value = interrupted;
    other.value = otherUser;
    return new Promise((resolve) => {
      settle = resolve;
    });
  }

  function close(isRecovered: boolean): void {
    owner.value = undefined;
    other.value = undefined;
    settle(isRecovered);
  }

  return { owner, other, open, close };
}

/** Ends the session of the cookie. Unlike `api`, it waits for no interruption. If the server is unreachable, nothing happens. */
export async function signOutOnServer(): Promise<void> {
  await fetch('/api/v1/auth/logout', { method: 'POST' }).catch(() => undefined);
}

/** Unlike `api`, it waits for no interruption. */
async function postSignIn(username: string, password: string): Promise<Schema<'SignedInView'>> {
  const response = await fetch('/api/v1/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password } satisfies Schema<'LoginBody'>),
  }).catch(() => {
    throw new ApiProblem({ code: UNREACHABLE });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response, body);
  return body as Schema<'SignedInView'>;
}
