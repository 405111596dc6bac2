/** Synonyms of fruits, nuts and sweets, one group a line. The first word names the group. */
export const FRUITS = {
  en: `
    sapota, chikoo, sapodilla
    sweet lime, mosambi, mousambi
    custard apple, sugar apple
    muskmelon, cantaloupe, sweet melon
    avocado, butter fruit
    kiwi, kiwifruit
    dragon fruit, pitaya
    raisin, sultana
    makhana, fox nut, lotus seed
    jaggery, cane jaggery
    brown sugar, raw sugar
    icing sugar, powdered sugar
    peanut, groundnut, monkey nut
    hazelnut, filbert
    candy, sweets, toffee
    chocolate, chocolate bar
    chikki, brittle, peanut brittle
    ladoo, laddu
    jam, fruit spread, marmalade`,
  hi: `
    apple, seb, saeb, सेब
    banana, kela, kele, केला, केले
    cardamom banana, elaichi kela, yelakki, इलायची केला
    mango, aam, mangai, mamidi, आम
    raw mango, kacha aam, kachcha aam, kairi, kachi keri, कच्चा आम, कैरी
    orange, santra, narangi, kinnow, संतरा, नारंगी
    sweet lime, mosambi, mousambi, मौसंबी, मोसंबी
    lemon, lime, nimbu, neembu, limbu, नींबू
    grapes, angoor, angur, draksha, अंगूर
    papaya, papita, पपीता
    watermelon, tarbooj, tarbuz, kalingad, तरबूज़
    muskmelon, kharbuja, kharbooja, खरबूजा
    pineapple, ananas, ananaas, अनानास
    pomegranate, anar, anaar, dalimb, अनार
    guava, amrud, amrood, peru, jamphal, अमरूद
    sapota, chikoo, chiku, cheeku, चीकू
    custard apple, sitaphal, sharifa, सीताफल, शरीफा
    pear, nashpati, naspati, नाशपाती
    peach, aadu, aaru, आड़ू
    plum, aloo bukhara, aloobukhara, आलूबुखारा
    lychee, litchi, लीची
    jamun, java plum, black plum, जामुन
    indian gooseberry, amla, aamla, आंवला
    strawberry, स्ट्रॉबेरी
    fig, anjeer, anjir, अंजीर
    date, dates, khajoor, khajur, खजूर
    dry dates, chuhara, chhuara, छुहारा
    coconut, nariyal, naariyal, narial, thengai, kobbari, नारियल
    tender coconut, coconut water, nariyal pani, daab, elaneer, नारियल पानी
    desiccated coconut, copra, khopra, sukha nariyal, सूखा नारियल
    almond, badam, baadam, बादाम
    cashew, kaju, kaaju, काजू
    walnut, akhrot, akhroat, अखरोट
    pistachio, pista, pistah, पिस्ता
    raisin, kishmish, kismis, munakka, किशमिश, मुनक्का
    peanut, groundnut, moongphali, mungfali, singdana, shengdana, verkadalai, मूंगफली
    dry fruits, mewa, meva, sukha mewa, मेवा
    makhana, fox nut, phool makhana, मखाना
    melon seeds, magaz, मगज़
    chironji, charoli, चिरौंजी
    apricot, khubani, khumani, खुबानी
    jaggery, gud, gur, bellam, vellam, गुड़
    sugar, cheeni, chini, shakkar, sakkar, चीनी, शक्कर
    rock sugar, mishri, misri, मिश्री
    honey, shahad, shehad, madhu, शहद, मधु
    sweets, mithai, mithaai, मिठाई
    ladoo, laddu, laddoo, लड्डू
    kaju katli, kaju barfi, kaju burfi, काजू कतली
    rasgulla, rosogolla, roshogolla, रसगुल्ला
    gulab jamun, गुलाब जामुन
    soan papdi, son papdi, patisa, सोन पापड़ी
    chikki, gajak, चिक्की
    sesame brittle, til gajak, til patti, गजक
    chocolate, चॉकलेट
    fruit, phal, fal, फल
    jam, murabba, मुरब्बा, जैम`,
};
