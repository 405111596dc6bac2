/*
 * Widely used passwords: sequences of digits and keys, names, clubs, seasons and the defaults of other systems. Only
 * those of eight or more characters, in lower case: shorter ones are refused anyway.
 */
const LIST = `
!@#$%^&* !@#$%^&*( !@#$%^&*() !@#$1234 !qaz2wsx !qaz@wsx 0000000a 00001111 00112233 007007007 01234567
012345678 0123456789 0987654321 1!2@3#4$ 10101010 101010101 11111111a 11112222 1111aaaa 111222333
112112112 11221122 11223344 1122334455 112233445566 11235813 12121212 121212121 12131415 123!@#qwe
12312312 123123123 1231231231 123321123 1234!@#$ 12341234 123412341234 12344321 1234512345 123454321
123456!@ 123456123456 123456654321 12345678 123456780 123456781 123456788 123456789 1234567890 1234567890a
1234567890q 12345678910 1234567899 123456789a 123456789q 123456789z 12345678a 12345678q 12345679 1234567a
1234567q 123456abc 123456qwe 123456qwerty 12345abc 12345qwe 12345qwert 12345senha 1234abcd 1234qwer
1234qwerasdf 123654789 123789456 123abc123 123qwe123 123qweasd 123qweasdzxc 12qwaszx 13131313 13579246
135792468 147147147 14725836 147258369 147852369 159357258 159753159 19191919 192837465 19871987 1a2b3c4d
1a2s3d4f 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz 1qaz2wsx 1qaz2wsx! 1qaz2wsx3edc 1qaz@wsx 1qazxsw2
1qazzaq1 20202020 20212021 20222022 20232023 20242024 20252025 21212121 222333444 23232323 24242424
25252525 2wsx3edc 31313131 31415926 314159265 3141592653 3edc4rfv 69696969 741852963 77778888 78787878
789456123 852456852 87654321 87654321a 963852741 98765432 987654321 9876543210 99998888 a1234567 a12345678
a123456789 a1234567890 a1b2c3d4 a1b2c3d4e5 a1s2d3f4 aa123456 aa12345678 aaa12345 aaaa1111 aaaaaaa1
aaabbbccc aabbccdd abababab abc123!! abc123!@# abc12345 abc123456 abc12345678 abc123456789 abc123abc
abc123abc123 abc@1234 abc@12345 abcabcabc abcd1234 abcd12345 abcd123456 abcd@123 abcd@1234 abcdef123
abcdefg1 abcdefg123 abcdefgh abcdefghi abcdefghij abhishek abhishek1 access123 access14 accesss1 admin!@#
admin123 admin123! admin1234 admin12345 admin123456 admin2024 admin2025 admin@123 admin@1234 admin@12345
adminadmin administrator administrator1 adminpass aishwarya ajay1234 alejandra alejandro alexander
alexander1 alexandra alexandria allah786 allahuakbar alphabet amanda123 amit1234 andrew123 android1
angelica angelina anita123 anjali123 ankit123 anthony1 anthony123 anything apple123 april123 aquarius
argentina arsenal1 arsenal123 asd12345 asd123asd asdasd123 asdasdasd asdf1234 asdf12345 asdfasdf asdfgh123
asdfghjk asdfghjkl asdfjkl; asdqwe123 ashley123 ashok123 asshole1 august123 australia autumn123 autumn2024
autumn2025 azerty123 azertyuiop babybaby babyboy1 babyface babygirl babygirl1 badboy123 banana123
bangalore bangladesh barcelona barcelona1 baseball baseball1 basketball basketball1 batman12 batman123
beautiful beautiful1 beethoven bengaluru benjamin bestfriend bestfriends beyonce1 bhagwan1 bharat123
bigdaddy1 birthday birthday1 bismillah bismillah1 bismillah786 black123 blahblah blahblah1 blessed1
blessing blink182 blue1234 blueberry bonjour1 bonjour123 brandon1 brasil123 broncos1 brooklyn brooklyn1
brother1 bulldog1 bullshit business business1 buttercup butterfly butterfly1 butterfly7 california
california1 cameron1 capricorn caroline catherine champion champion1 chandrika changeit changeit1 changeme
changeme1 changeme123 charlie1 charlie123 charlotte cheese123 chelsea1 chelsea123 chennai1 chennai123
cherry123 chicago1 children chocolate chocolate1 christ123 christian christmas christmas1 christopher
cinnamon coffee123 colombia company1 company123 computer computer1 computer12 computer123 confidential
contrasena contraseña cookie123 correcthorsebatterystaple corvette cowboys1 creative creative1 cricket1
cricket123 crystal1 cupcake1 customer daddy123 dancing1 danger123 daniel123 danielle darthvader database
database1 daughter december december1 deepika1 deepika123 default1 default123 delhi123 demo1234 demo12345
demo@123 demodemo dhoni007 dhoni123 diamond1 diamond123 dinesh123 doggy123 dolphin1 dolphin123 dolphins
dontforget donttellanyone doudou123 dragon12 dragon123 dragonball dragonfly einstein elephant elephant1
elizabeth elizabeth1 eminem123 estrella everything example1 example123 facebook facebook1 facebook123
faith123 family123 familyfirst father123 february february1 fernando ferrari1 ferrari123 football
football1 football12 football123 footballs forever1 foreverlove fortnite fortnite1 francisco freedom1
freedom123 friday123 friends1 friends123 friendship fuckoff1 fuckyou! fuckyou1 fuckyou123 fuckyou2
galaxy123 gamer123 ganapathi gandalf1 ganesh12 ganesh123 ganesha1 gangsta1 gangster gayathri george123
gladiator godbless godisgood godislove godzilla golden123 goldfish goodluck goodluck1 goodmorning google12
google123 grandma1 green123 greenday groceries grocery1 grocery123 guest123 guest1234 guestguest guitar123
hacker123 hallo123 halloween hamster1 hannah123 hanuman1 hanuman123 happiness happy123 happybirthday
happyday harekrishna harley123 harleydavidson harrypotter heaven123 hello123 hello1234 hello12345
hello@123 hellohello hellokitty helloworld helloworld1 hercules hindustan hockey123 honda123 horsebattery
hotgirl1 hotmail1 hunter12 hunter123 hurricane hyderabad idontknow ilovegod iloveher ilovehim ilovejesus
iloveme1 iloveme123 ilovemom ilovemyself iloveu123 iloveyou iloveyou! iloveyou1 iloveyou12 iloveyou123
iloveyou2 iloveyousomuch imissyou incorrect india123 india1234 india2024 india2025 india@123 indian123
indonesia instagram internet internet1 iphone123 ironman1 ironman123 isabella jackass1 jaihind123
jaimatadi jaimatadi1 jaishreeram january1 jennifer jennifer1 jessica1 jessica123 jesus123 jesus777
jesuschrist jesusislord jetaime1 jonathan jordan12 jordan123 jordan23 joshua123 justin123 juventus
kavita123 killer12 killer123 kitty123 kittycat kittykat kohli123 kolkata1 kolkata123 krishna1 krishna123
krishna@123 kuldeep1 ladybug1 lakers24 lakshman lakshmi1 lakshmi123 lamborghini legend123 leonardo
letmein! letmein1 letmein12 letmein123 letmein2 lightning linkedin linkinpark lion1234 liverpool
liverpool1 liverpool123 lkjhgfds lkjhgfdsa login123 login1234 loginlogin logitech logmein1 london123
lovebird lovelove lovely123 loveme123 loveyou1 loveyou123 loveyou2 lucky123 lucky777 luckyday mafia123
maggie123 mahadev1 mahadev123 mahakali mahesh123 malaysia mamapapa manager1 manager123 manager@123
manchester manish123 manoj123 manunited march123 marshmallow master12 master123 master1234 masterkey
matrix123 matthew1 maverick maverick1 megatron mercedes mercedes1 messi1010 messi123 metallica metallica1
michael1 michael123 michelle michelle1 mickeymouse microsoft microsoft1 midnight midnight1 minecraft
minecraft1 mississippi mnbvcxz1 mohammad mohammed mommy123 monday123 money123 money1234 monkey12 monkey123
monkey1234 moonlight motdepasse motdepasse1 mother123 motherfucker motorola mountain mozart123 mubarak786
mudar123 muhammad mukesh123 mumbai123 mumdad123 mummydaddy mummypapa music123 musiclover mustang1
mustang123 myfamily myfamily1 mylove123 mypass123 mypassword mypassword1 mysql123 nagaraju napoleon
naruto12 naruto123 neha1234 newdelhi newpass1 newpass123 newpassword newyear1 newyear2024 newyear2025
newyear2026 newyork1 newyork123 nicholas nicholas1 nicole123 nintendo nirvana1 nokia123 nopassword
nothing1 nothing123 november november1 october1 office123 omnamahshivaya omsairam omsairam1 openopen
opensesame oracle123 orange123 p@55w0rd p@ssw0rd p@ssw0rd1 p@ssw0rd123 p@ssword p@ssword1 p@ssword123
pa$$w0rd pa$$word packers1 pakistan pakistan1 pakistan123 panther1 papamummy paris123 parvathi pass1234
pass12345 pass123456 pass@123 pass@1234 passcode passcode1 passpass passpass1 passphrase passw0rd
passw0rd1 passw0rd123 password password! password. password0 password00 password01 password1 password1!
password10 password11 password12 password123 password123! password1234 password12345 password123456
password2 password2020 password2021 password2022 password2023 password2024 password2025 password2026
password21 password22 password69 password7 password9 password99 password@1 password@12 password@123
password@1234 passwords passwort passwort1 passwort123 patricia patrick1 patriots peaches1 peacock1
peanut123 philippines phoenix1 picasso1 pikachu1 pikachu123 pineapple pink1234 platinum playboy1
playstation poiuytre poiuytrewq pokemon1 pokemon123 pooja123 porsche1 porsche911 portugal poseidon
postgres postgres1 pradeep1 pradeep123 prince123 princess princess1 princess12 princess123 private1
private123 priyanka priyanka1 puppies1 puppy123 purple123 pussycat q!w@e#r$ q12345678 q1w2e3r4 q1w2e3r4t5
q1w2e3r4t5y6 qazqazqaz qazwsx123 qazwsxedc qazwsxedcrfv qazxswedc qwaszx12 qwe123!@# qwe12345 qwe123qwe
qweasd123 qweasdzxc qweqweqwe qwer1234 qwer12345 qwerqwer qwert123 qwert12345 qwerty!@ qwerty01 qwerty11
qwerty12 qwerty123 qwerty123! qwerty1234 qwerty12345 qwerty123456 qwerty@123 qwertyqwerty qwertyui
qwertyui1 qwertyuio qwertyuiop qwertz123 qwertzuiop rabbit123 radhakrishna radheradhe rahul123 rahul1234
raiders1 rainbow1 rainbow123 raindrop rajesh123 rajkumar ramesh123 ranger123 realmadrid red12345 redskins
remember remember1 rememberme robert123 rocknroll rockstar rockstar1 rohit123 ronaldo123 ronaldo7 root1234
root12345 root@123 rootroot sachin10 sachin123 sagittarius saibaba1 saibaba123 sairam123 samantha
samantha1 sample123 samsung1 samsung123 sandeep1 sandeep123 sanjay123 santosh1 santosh123 sapphire
saraswati saturday sayangku schatz123 scorpion scorpion1 scotland sebastian secret12 secret123 secret1234
secretpass security security1 senha123 september september1 server123 service1 sexyboy1 sexygirl shadow12
shadow123 shadow1234 shankar1 shankar123 shivshiv shopper1 shopper123 shopping shopping1 signin123
silver123 singapore sister123 skywalker slipknot smile123 smiley123 snoopdog snowball snowflake soccer123
softball something spartans spiderman spiderman1 spring123 spring2024 spring2025 srilanka1 srinivas
srinivas1 stargate starlight startrek starwars starwars1 steelers stephanie stephanie1 store123 store1234
storemanager strawberry summer123 summer2023 summer2024 summer2025 sundance sunday123 sunflower sunflower1
sunil123 sunita123 sunrise1 sunshine sunshine1 sunshine123 super123 superman superman1 superman123
supermarket supersecret superuser support1 support123 support@123 suresh123 swapnil1 sweetheart
sweetheart1 sweetie1 swimming system123 system32 teamomucho temp1234 temp@123 temporary temppass tequiero
terminator terserah test123! test1234 test12345 test123456 test@123 test@1234 tester123 testing1
testing123 testpass testpassword testtest thepassword thomas123 thunder1 thunder123 tiger123 tigers123
tigger123 toor1234 topsecret toyota123 truelove trustno1 trustno12 twitter1 unicorn1 unicorn123 universe
universe1 unknown1 user1234 user12345 user@123 useruser valentina valentine venkatesh veronica victoria
victoria1 victory1 vijay123 vijaykumar virat123 virender virgo123 volleyball wachtwoord waheguru waheguru1
warrior1 washington waterfall watermelon welcome! welcome1 welcome12 welcome123 welcome1234 welcome2024
welcome2025 welcome@1 welcome@12 welcome@123 welcomehome whatever whatever1 white123 william1 windows1
windows10 windows7 winner123 winter123 winter2023 winter2024 winter2025 wolfpack wolverine yamaha123
yankees1 yellow123 yourpassword youtube1 zaq12wsx zaq1xsw2 zaq1zaq1 zaqxswcde zxcvbnm! zxcvbnm, zxcvbnm1
zxcvbnm12 zxcvbnm123 zxcvzxcv zxczxczxc
`;

/** All in lower case: convert before a lookup. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(LIST.trim().split(/\s+/));
