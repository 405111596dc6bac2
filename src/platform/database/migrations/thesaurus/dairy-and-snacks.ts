/** Synonyms of dairy, bread, drinks and snacks, one group a line. The first word names the group. */
export const DAIRY_AND_SNACKS = {
  en: `
    curd, yoghurt, yogurt
    cottage cheese, paneer
    cream, fresh cream, whipping cream
    cream cheese, cheese spread
    toned milk, low fat milk, skimmed milk
    full cream milk, whole milk, full fat milk
    loaf, bread, loaves
    bun, burger bun, bread roll
    baguette, french bread
    sandwich bread, white bread, milk bread
    brown bread, whole wheat bread, wholemeal bread
    flatbread, roti, chapati, phulka
    cookie, biscuit
    doughnut, donut
    cupcake, muffin
    puff, patty, veg puff
    wafers, chips, crisps, potato chips
    rose syrup, rose sherbet
    fizzy drink, soda, soft drink, cold drink
    mineral water, drinking water, bottled water
    drinking chocolate, hot chocolate
    ground coffee, filter coffee, coffee powder
    tea, chai, tea leaves
    namkeen, savoury snack, savory snack`,
  hi: `
    milk, doodh, dudh, dudhu, paal, haalu, दूध
    cow milk, gai ka doodh, gaay ka doodh, गाय का दूध
    buffalo milk, bhains ka doodh, भैंस का दूध
    curd, yoghurt, yogurt, dahi, mosaru, perugu, thayir, दही
    cottage cheese, paneer, panir, chenna, पनीर
    buttermilk, chaas, chaach, chhachh, mattha, majjige, moru, छाछ, मट्ठा
    lassi, लस्सी
    butter, makhan, makkhan, maska, benne, मक्खन
    white butter, safed makhan, loni, सफेद मक्खन
    cream, malai, malaai, मलाई
    cheese, cheez, चीज़
    khoya, mawa, khoa, मावा, खोया
    shrikhand, श्रीखंड
    egg, eggs, anda, ande, andey, mutta, guddu, अंडा, अंडे
    bread, double roti, dabal roti, ब्रेड, डबल रोटी
    bread roll, pav, pao, paav, ladi pav, पाव
    roti, chapati, phulka, chapatti, रोटी, चपाती
    kulcha, कुलचा
    biscuit, biskut, biskit, बिस्कुट
    rusk, toast, रस्क
    cake, केक
    nankhatai, nan khatai, naankhatai, नानखटाई
    tea, chai, chay, chaay, chai patti, chaha, चाय, चाय पत्ती
    green tea, hari chai, ग्रीन टी
    coffee, kaapi, kapi, कॉफ़ी
    juice, ras, जूस, रस
    orange juice, santre ka juice, santra juice, संतरे का जूस
    water, pani, paani, neer, पानी
    squash, sharbat, sherbet, sharbath, शरबत
    green mango drink, aam panna, aam ka panna, आम पन्ना
    soda, soda water, सोडा
    snack, namkeen, namkin, farsan, नमकीन
    bhujia, bhujiya, भुजिया
    sev, shev, सेव
    mixture, chivda mixture, chiwda, मिक्सचर
    murukku, chakli, chakri, चकली, मुरुक्कू
    pakoda, pakora, bhajiya, पकोड़ा
    khakhra, khakra, खाखरा
    banana chips, kela chips, kele ke chips, केले के चिप्स
    potato chips, aloo chips, wafers, चिप्स
    popcorn, popping corn, makai dana, पॉपकॉर्न
    noodles, maggi, chowmein, नूडल्स
    peanuts salted, namkeen moongphali, khara sing, नमकीन मूंगफली
    mango drink, mango nectar, aam ras, aamras, आमरस`,
};
