/** Synonyms of vegetables and herbs, one group a line. The first word names the group. */
export const VEGETABLES = {
  en: `
    eggplant, brinjal, aubergine
    okra, lady's finger, ladyfinger
    capsicum, bell pepper, sweet pepper
    chilli, chili, chile, chilly
    coriander leaves, cilantro, coriander
    spring onion, green onion, scallion
    beetroot, beet
    sweet corn, corn, maize
    french beans, green beans, string beans, haricot beans
    peas, green peas, garden peas
    bottle gourd, calabash, opo squash
    bitter gourd, bitter melon
    ridge gourd, ribbed gourd, luffa
    yam, elephant foot yam
    colocasia, taro, taro root, arbi
    zucchini, courgette
    lettuce, iceberg, salad leaves
    rocket, arugula
    button mushroom, mushroom, champignon
    shallot, pearl onion, sambar onion
    drumstick, moringa
    amaranth, red spinach
    cluster beans, guar beans
    turnip, shalgam
    potato, spud`,
  hi: `
    onion, pyaz, pyaaz, piaz, kanda, vengayam, ullipaya, dungri, प्याज़, कांदा
    tomato, tamatar, tamater, thakkali, टमाटर
    potato, aloo, alu, batata, aaloo, urulai, आलू, बटाटा
    eggplant, brinjal, aubergine, baingan, baigan, began, vangi, vankaya, kathirikai, ringan, बैंगन, वांगी
    okra, lady's finger, ladyfinger, bhindi, bhendi, bendakaya, vendakkai, भिंडी
    chilli, chili, chile, mirch, mirchi, मिर्च, मिर्ची
    green chilli, hari mirch, hari mirchi, हरी मिर्च
    cauliflower, gobi, gobhi, phool gobi, phool gobhi, फूलगोभी, गोभी
    cabbage, patta gobi, patta gobhi, band gobi, पत्तागोभी, बंदगोभी
    carrot, gajar, gajjar, गाजर
    radish, mooli, muli, mullangi, मूली
    beetroot, chukandar, चुकंदर
    spinach, palak, paalak, पालक
    peas, green peas, matar, mutter, vatana, मटर
    bottle gourd, lauki, louki, ghiya, doodhi, dudhi, sorakaya, लौकी, घीया, दूधी
    bitter gourd, karela, pavakkai, kakarakaya, करेला
    ridge gourd, turai, tori, torai, beerakaya, तुरई, तोरी
    sponge gourd, gilki, nenua, गिलकी
    pointed gourd, parwal, parval, potol, परवल
    ivy gourd, tindora, kundru, tondli, कुंदरू
    apple gourd, tinda, टिंडा
    snake gourd, chichinda, padwal, चिचिंडा
    ash gourd, petha, safed kaddu, पेठा
    pumpkin, kaddu, kumra, kaddoo, sitaphal kaddu, कद्दू
    cucumber, kheera, khira, kakdi, vellarikai, खीरा, ककड़ी
    capsicum, bell pepper, shimla mirch, simla mirch, शिमला मिर्च
    french beans, farasbi, fansi, farash beans, beans, फ्रेंच बीन्स, बीन्स
    cluster beans, guar, gavar, gawar phali, ग्वार
    broad beans, sem, sem phali, papdi beans, सेम
    drumstick, sahjan, saijan, shevga, munakkai, सहजन
    sweet corn, corn, maize, makka, makai, bhutta, मक्का, भुट्टा
    sweet potato, shakarkand, shakarkandi, ratalu, शकरकंद
    yam, elephant foot yam, suran, jimikand, सूरन, जिमीकंद
    colocasia, taro, arbi, arvi, अरबी
    garlic, lehsun, lahsun, lasun, poondu, लहसुन
    ginger, adrak, adarak, allam, inji, अदरक
    coriander, coriander leaves, cilantro, dhania patta, dhaniya patta, hara dhania, kothimbir, kothamalli, kothimeera, हरा धनिया, धनिया पत्ता, कोथमीर
    coriander, dhania, dhaniya, धनिया
    mint, pudina, pudeena, पुदीना
    curry leaves, kadi patta, kari patta, karivepaku, karuveppilai, curry patta, करी पत्ता, कढ़ी पत्ता
    fenugreek, fenugreek leaves, methi, methi leaves, मेथी
    dill, suva, soya leaves, shepu, सोआ
    mustard greens, sarson ka saag, sarson saag, सरसों का साग
    amaranth, red amaranth, lal saag, chaulai, lal math, लाल साग, चौलाई
    leafy greens, saag, sag, keerai, साग
    spring onion, green onion, hara pyaz, hari pyaz, हरा प्याज़
    sambar onion, small onion, chinna vengayam, chhota pyaz, छोटा प्याज़
    mushroom, khumb, khumbi, मशरूम
    lettuce, salad patta, सलाद पत्ता
    lemongrass, hari chai patti, gavati chaha, लेमनग्रास
    basil, tulsi, तुलसी
    turnip, shalgam, शलगम
    lotus root, kamal kakdi, nadru, कमल ककड़ी
    jackfruit, kathal, phanas, कटहल
    raw banana, kachcha kela, kaccha kela, vazhakkai, कच्चा केला
    vegetable, sabzi, sabji, subzi, bhaji, tarkari, सब्ज़ी, भाजी`,
};
