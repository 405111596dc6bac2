import { nationalNumber, possibleNationalNumbers } from './phone-number.js';

it.each([
  ['98450 12303', '9845012303'],
  ['+91 98450 12303', '9845012303'],
  ['+91-98450-12303', '9845012303'],
  ['0091 98450 12303', '9845012303'],
  ['098450 12303', '9845012303'],
  ['९८४५० १२३०३', '9845012303'],
  ['+९१ ९८४५० १२३०३', '9845012303'],
  ['+49 (0)30 123456', '30123456'],
  ['030/123456', '30123456'],
  ['+1 (212) 555-0123', '2125550123'],
  ['+353 1 234 5678', '12345678'],
  ['+91', ''],
  ['', ''],
])('nationalNumber(%j) is %j', (phone, national) => {
  expect(nationalNumber(phone)).toBe(national);
});

it.each([
  ['919845012303', ['919845012303', '9845012303']],
  ['+91 98450 12303', ['9845012303', '45012303']],
  ['12303', ['12303']],
])('possibleNationalNumbers(%j) are %j', (phone, numbers) => {
  expect(possibleNationalNumbers(phone)).toEqual(numbers);
});
