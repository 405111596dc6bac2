/*
 * Widely used passwords that the list of the package does not have: names and words of India, what shops and systems use, and
 * patterns of keys. In lower case, without the digits and signs that people append.
 */
const LIST = `
!@#$%^&* !@#$%^&*( !@#$%^&*() !@#$1234 !qaz@wsx 0000000a 00001111 00112233 0987654321 1!2@3#4$ 101010101
121212121 123!@#qwe 1234!@#$ 123456!@ 12345senha 159753159 222333444 3141592653 852456852 87654321a 99998888
aa12345678 abc123!! abc@1234 abc@12345 abcd@123 abcd@1234 abcdefg accesss admin@12345 adminadmin adminpass
ankit bengaluru bestfriends bhagwan chandrika confidential contraseña correcthorsebatterystaple dhoni
dontforget donttellanyone familyfirst foreverlove fortnite ganapathi groceries guestguest happybirthday
harekrishna harleydavidson horsebattery hotmail iloveyousomuch instagram jaishreeram kohli kolkata kuldeep
lakshman linkedin lkjhgfds lkjhgfdsa login loginlogin logmein mahadev mahakali marshmallow mubarak mudar
mummydaddy mummypapa mysql nagaraju neha omnamahshivaya p@55w0rd p@ssword pa$$word papamummy parvathi
passphrase poiuytre poiuytrewq pooja postgres q!w@e#r$ qwe123!@# qwe12345 qwertyqwerty qwertz qwertzuiop
radhakrishna radheradhe rememberme rohit saraswati secretpass storemanager supermarket supersecret superuser
swapnil teamomucho terserah testpassword thepassword toor twitter venkatesh vijaykumar virat virender
welcomehome yourpassword
`;

export const ADDITIONAL_PASSWORDS: readonly string[] = LIST.trim().split(/\s+/);
