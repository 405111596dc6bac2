import places from './places.json';
import problems from './problems.json';
import shell from './shell.json';
import signIn from './sign-in.json';
import titles from './titles.json';
import units from './units.json';

export default { places, problems, shell, 'sign-in': signIn, titles, units };
