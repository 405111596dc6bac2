/** Synonyms of household goods and personal care, one group a line. The first word names the group. */
export const HOUSEHOLD = {
  en: `
    washing powder, detergent powder, laundry powder
    detergent, liquid detergent, laundry liquid, laundry detergent
    dishwash, dish soap, dishwashing liquid, washing up liquid, dishwash bar
    fabric softener, fabric conditioner
    floor cleaner, disinfectant, phenyl
    toilet cleaner, lavatory cleaner, toilet bowl cleaner
    glass cleaner, window cleaner
    garbage bag, bin bag, trash bag, dustbin bag
    kitchen towel, paper towel, kitchen roll
    aluminium foil, aluminum foil, tin foil, silver foil
    match, matches, matchbox
    incense sticks, agarbatti, joss sticks
    candle, candles
    battery, cell, pencil cell
    bulb, light bulb, led bulb, lamp
    scrubber, scrub sponge, sponge, scouring pad
    soap, bathing bar, bath soap
    handwash, hand wash, liquid soap
    toothpaste, dental cream
    toothbrush, tooth brush
    lotion, moisturiser, moisturizer, body lotion
    talcum powder, talc, body powder
    sanitary pads, sanitary napkins, sanitary towels
    bandage, plaster, band aid
    cotton wool, cotton balls
    razor, shaver
    shaving cream, shaving foam
    mop, floor mop`,
  hi: `
    soap, sabun, saabun, sabunn, साबुन
    shampoo, शैंपू
    hair oil, baal ka tel, balon ka tel, kesh tel, बालों का तेल
    toothpaste, manjan, tooth paste, टूथपेस्ट, मंजन
    toothbrush, brush, टूथब्रश
    datun, neem stick, दातुन
    washing powder, kapde dhone ka powder, surf, nirma, वॉशिंग पाउडर, कपड़े धोने का पाउडर
    dishwash, bartan sabun, bartan dhone ka sabun, bartan bar, बर्तन साबुन
    broom, jhadu, jhaadu, झाड़ू
    mop, pocha, pochha, ponchha, पोंछा
    floor cleaner, phenyl, phinyl, farsh cleaner, फिनाइल
    incense sticks, agarbatti, agarbathi, dhoop batti, अगरबत्ती
    wicks, batti, baati, rui batti, diya batti, बत्ती
    oil lamp, diya, deepak, diye, दीया, दीपक
    candle, mombatti, mom batti, मोमबत्ती
    match, matches, machis, maachis, माचिस
    cotton, rui, रुई
    garbage bag, kachra bag, kooda bag, कचरा बैग
    henna, mehndi, mehandi, मेहंदी
    rose water, gulab jal, gulabjal, गुलाब जल
    sandalwood, chandan, चंदन
    neem, नीम
    aloe vera, ghritkumari, gwarpatha, घृतकुमारी
    soapnut, reetha, shikakai, शिकाकाई
    kitchen towel, tauliya, towel, तौलिया
    battery, cell, सेल, बैटरी
    bulb, batti bulb, बल्ब`,
};
