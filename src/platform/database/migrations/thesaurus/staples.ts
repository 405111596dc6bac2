/** Synonyms of grains, pulses, flours and oils, one group a line. The first word names the group. */
export const STAPLES = {
  en: `
    semolina, sooji, rava, cream of wheat
    gram flour, besan, chickpea flour
    refined flour, maida, all purpose flour, plain flour, white flour
    wheat flour, atta, whole wheat flour
    corn flour, cornstarch, corn starch, cornflour
    corn meal, makki atta, maize flour
    finger millet, ragi
    sorghum, jowar
    pearl millet, bajra
    flattened rice, poha, beaten rice, flaked rice
    puffed rice, murmura
    broken wheat, dalia, cracked wheat, bulgur
    sago, sabudana, tapioca pearls
    vermicelli, semiya
    oats, oatmeal, porridge oats
    chickpea, chana, garbanzo bean, garbanzo
    kidney bean, rajma
    black eyed pea, lobia, cowpea, black eyed bean
    pigeon pea, toor dal, tur dal, yellow lentils
    red lentil, masoor dal
    green gram, moong, mung, mung bean
    black gram, urad
    horse gram, kulthi
    soya chunks, soy chunks, textured soy protein, soya nuggets, meal maker
    popping corn, popcorn
    noodles, instant noodles, ramen
    groundnut oil, peanut oil
    sesame oil, gingelly oil
    clarified butter, ghee
    yeast, dry yeast
    baking soda, sodium bicarbonate
    cocoa, cocoa powder`,
  hi: `
    rice, chawal, chaval, chaawal, akki, arisi, biyyam, tandul, चावल, तांदूळ
    basmati, basmati rice, basmati chawal, बासमती
    brown rice, bhura chawal, ब्राउन राइस
    boiled rice, usna chawal, ukda chawal, puzhungal arisi, उसना चावल
    broken rice, tukda, tukda chawal, kanki, टुकड़ा
    wheat, gehun, gehu, godhi, गेहूं
    wheat flour, atta, aata, gehun ka atta, chapati flour, आटा
    refined flour, maida, मैदा
    semolina, sooji, suji, rava, rawa, सूजी, रवा
    gram flour, besan, kadalai maavu, बेसन
    rice flour, chawal ka atta, arisi maavu, चावल का आटा
    corn meal, makki atta, makki ka atta, makke ka atta, मक्की का आटा
    corn flour, arrowroot, ararot, अरारोट
    ragi, nachni, mandua, finger millet, रागी, नाचनी
    jowar, jwari, jvari, sorghum, ज्वार
    bajra, bajri, pearl millet, बाजरा
    buckwheat, kuttu, kuttu atta, कुट्टू
    water chestnut flour, singhara atta, सिंघाड़ा
    barley, jau, जौ
    poha, chivda, chuda, aval, atukulu, flattened rice, पोहा, चिवड़ा
    puffed rice, murmura, kurmura, laiya, pori, मुरमुरा, लाई
    broken wheat, dalia, daliya, lapsi, दलिया
    sago, sabudana, sabu dana, javvarisi, साबूदाना
    vermicelli, sevai, seviyan, semiya, sevaiyan, सेवई, सेवइयां
    oats, jai, ओट्स
    lentil, dal, daal, dhal, paruppu, pappu, दाल
    toor dal, tur dal, arhar dal, arhar, tuvar dal, toovar dal, pigeon pea, अरहर दाल, तूर दाल
    moong dal, mung dal, moong, mung, green gram, hesaru, मूंग दाल, मूंग
    chana dal, bengal gram, channa dal, kadalai paruppu, चना दाल
    masoor dal, masur dal, masoor, masur, red lentil, मसूर दाल, मसूर
    urad dal, udad dal, urad, udad, ulundu, minapappu, black gram, उड़द दाल, उड़द
    chickpea, chana, channa, chole, chhole, चना, छोले
    white chickpea, kabuli chana, safed chana, chole chana, काबुली चना
    black chickpea, kala chana, काला चना
    kidney bean, rajma, rajmah, राजमा
    black eyed pea, lobia, chawli, chavli, alasande, लोबिया, चवली
    horse gram, kulthi, kulith, kollu, hurali, कुलथी
    moth bean, matki, moth dal, मटकी
    dried peas, safed matar, vatana dal, सफेद मटर
    soya chunks, soya bari, soya wadi, nutri nuggets, soyabean chunks, सोया बड़ी
    pulses, dal dalhan, दालें
    grain, anaj, anaaj, अनाज
    oil, tel, tael, ennai, तेल
    sunflower oil, surajmukhi tel, surajmukhi oil, सूरजमुखी तेल
    mustard oil, sarson tel, sarso tel, sarson ka tel, kachi ghani, सरसों का तेल, सरसों तेल
    groundnut oil, moongphali tel, moongphali ka tel, shengdana tel, मूंगफली तेल
    sesame oil, til oil, til tel, til ka tel, nallennai, तिल तेल, तिल का तेल
    coconut oil, nariyal tel, nariyal ka tel, नारियल तेल
    rice bran oil, chawal tel, राइस ब्रान तेल
    olive oil, jaitun tel, jaitoon tel, जैतून तेल
    ghee, ghi, desi ghee, tuppa, neyyi, घी
    vanaspati, dalda, वनस्पति
    baking soda, meetha soda, khane ka soda, मीठा सोडा
    yeast, khameer, खमीर`,
};
