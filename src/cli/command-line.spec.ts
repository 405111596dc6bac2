import { parseCommand, UsageError } from './command-line.js';

describe('parseCommand', () => {
  it('reads a command and its options', () => {
    expect(parseCommand(['create-admin', '--username', 'asha', '--email=asha@shop.example'])).toEqual({
      name: 'create-admin',
      username: 'asha',
      email: 'asha@shop.example',
    });
    expect(parseCommand(['reset-password', '--username', 'asha'])).toEqual({
      name: 'reset-password',
      username: 'asha',
    });
    expect(parseCommand(['mail', '--to', 'asha@shop.example'])).toEqual({
      name: 'mail',
      to: 'asha@shop.example',
    });
    expect(parseCommand(['books'])).toEqual({ name: 'books' });
  });

  it('reads a password that begins with a dash', () => {
    const args = ['create-admin', '--username=a', '--email=a@b.example', '--password=-secret-'];
    expect(parseCommand(args)).toMatchObject({ password: '-secret-' });
  });

  it.each([[['--help']], [['books', '-h']], [['help']]])('shows the help for %j', (args) => {
    expect(parseCommand(args)).toEqual({ name: 'help' });
  });

  it.each([
    [[], 'Missing command.'],
    [['frobnicate'], 'Unknown command frobnicate.'],
    [['constructor'], 'Unknown command constructor.'],
    [['create-admin', '--username', 'asha'], 'create-admin requires --email.'],
    [['reset-password', '--username', ' '], '--username is empty.'],
    [['books', '--username', 'asha'], "Unknown option '--username'"],
    [['migrate', 'now'], "Unexpected argument 'now'"],
    [['reset-password', '--username'], 'argument missing'],
  ])('refuses %j', (args, why) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(why);
  });
});
