-- Small labelled subsets of the code tables, and the public holidays of two years. They let a new installation begin;
-- `code import` and `calendar import` bring the official ones. Tables without codes wait for an import.
-- No new tables, so no grants.

INSERT INTO registry.code_table (table_name, name_zh, name_en) VALUES
    ('insutype', '险种类型', 'Scheme'),
    ('psn_type', '人员类别', 'Person type'),
    ('med_type', '医疗类别', 'Treatment'),
    ('clr_type', '清算类别', 'Clearing type'),
    ('mdtrt_cert_type', '就诊凭证类型', 'Certificate shown at a treatment'),
    ('sex', '性别', 'Sex'),
    ('division', '行政区划', 'Division'),
    ('street', '街道', 'Street'),
    ('education', '学历', 'Education'),
    ('ethnic_group', '民族', 'Ethnic group'),
    ('industry', '国民经济行业', 'Industry'),
    ('occupation', '职业', 'Occupation'),
    ('care_level', '长期护理失能等级', 'Long-term-care level'),
    ('care_form', '长期护理服务形式', 'Form of long-term care'),
    ('referral', '异地就医备案类型', 'Referral'),
    ('diagnosis', '疾病诊断', 'Diagnosis'),
    ('procedure', '手术操作', 'Procedure'),
    ('chronic_disease', '门诊慢特病病种', 'Chronic disease'),
    ('bank', '银行联行号', 'Bank');

-- The national platform's codes: read in several public hospital systems, not in an official table.
INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT table_name, '0-subset', code, name, name_en,
    '国家医疗保障信息平台编码，子集，未核对 (national platform, subset, unverified)'
FROM (VALUES
    ('insutype', '310', '职工基本医疗保险', 'Employees'' basic medical insurance'),
    ('insutype', '340', '离休人员医疗保障', 'Retired cadres'' medical care'),
    ('insutype', '390', '城乡居民基本医疗保险', 'Residents'' basic medical insurance'),
    ('insutype', '392', '城乡居民大病医疗保险', 'Residents'' serious-illness insurance'),
    ('insutype', '410', '长期护理保险', 'Long-term-care insurance'),
    ('insutype', '510', '生育保险', 'Maternity insurance'),
    ('psn_type', '11', '在职', 'Active employee'),
    ('psn_type', '12', '退休', 'Retired employee'),
    ('psn_type', '13', '离休', 'Retired cadre'),
    ('psn_type', '14', '居民（未成年）', 'Resident, minor'),
    ('psn_type', '15', '居民（成年）', 'Resident, adult'),
    ('psn_type', '16', '居民（老年）', 'Resident, elderly'),
    ('med_type', '11', '普通门诊', 'Outpatient'),
    ('med_type', '13', '急诊', 'Emergency'),
    ('med_type', '14', '门诊慢特病', 'Chronic outpatient'),
    ('med_type', '21', '普通住院', 'Inpatient'),
    ('med_type', '41', '定点药店购药', 'Pharmacy'),
    ('med_type', '51', '生育门诊', 'Maternity, outpatient'),
    ('med_type', '52', '生育住院', 'Maternity, inpatient'),
    ('med_type', '53', '计划生育手术', 'Family planning'),
    ('mdtrt_cert_type', '01', '医保电子凭证', 'Insurance e-voucher'),
    ('mdtrt_cert_type', '02', '居民身份证', 'Identity card'),
    ('mdtrt_cert_type', '03', '社会保障卡', 'Social security card')
) AS row (table_name, code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT 'sex', '2003', code, name, name_en, 'GB/T 2261.1-2003'
FROM (VALUES
    ('0', '未知的性别', 'Unknown'),
    ('1', '男性', 'Male'),
    ('2', '女性', 'Female'),
    ('9', '未说明的性别', 'Not stated')
) AS row (code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT 'division', '0-subset', code, name, name_en, 'GB/T 2260，青岛市子集 (subset: Qingdao)'
FROM (VALUES
    ('370200', '青岛市', 'Qingdao'),
    ('370202', '市南区', 'Shinan'),
    ('370203', '市北区', 'Shibei'),
    ('370211', '黄岛区（西海岸新区）', 'Huangdao (West Coast)'),
    ('370212', '崂山区', 'Laoshan'),
    ('370213', '李沧区', 'Licang'),
    ('370214', '城阳区', 'Chengyang'),
    ('370215', '即墨区', 'Jimo'),
    ('370281', '胶州市', 'Jiaozhou'),
    ('370283', '平度市', 'Pingdu'),
    ('370285', '莱西市', 'Laixi')
) AS row (code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT 'education', '2006', code, name, name_en, 'GB/T 4658-2006，大类子集，未核对 (subset: main groups, unverified)'
FROM (VALUES
    ('10', '研究生教育', 'Postgraduate'),
    ('20', '大学本科教育', 'Undergraduate'),
    ('30', '大学专科教育', 'Junior college'),
    ('40', '中等职业教育', 'Secondary vocational'),
    ('60', '普通高级中学教育', 'Senior secondary'),
    ('70', '初级中学教育', 'Junior secondary'),
    ('80', '小学教育', 'Primary'),
    ('90', '其他', 'Other')
) AS row (code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT 'ethnic_group', '1991', code, name, name_en, 'GB/T 3304-1991，子集，未核对 (subset, unverified)'
FROM (VALUES
    ('01', '汉族', 'Han'),
    ('02', '蒙古族', 'Mongol'),
    ('03', '回族', 'Hui'),
    ('04', '藏族', 'Tibetan'),
    ('05', '维吾尔族', 'Uyghur'),
    ('06', '苗族', 'Miao'),
    ('07', '彝族', 'Yi'),
    ('08', '壮族', 'Zhuang'),
    ('09', '布依族', 'Bouyei'),
    ('10', '朝鲜族', 'Korean'),
    ('11', '满族', 'Manchu')
) AS row (code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT 'industry', '2017', code, name, name_en, 'GB/T 4754-2017，门类子集 (subset: sections)'
FROM (VALUES
    ('A', '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'),
    ('B', '采矿业', 'Mining'),
    ('C', '制造业', 'Manufacturing'),
    ('D', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'),
    ('E', '建筑业', 'Construction'),
    ('F', '批发和零售业', 'Wholesale and retail'),
    ('G', '交通运输、仓储和邮政业', 'Transport, storage and post'),
    ('H', '住宿和餐饮业', 'Accommodation and catering'),
    ('I', '信息传输、软件和信息技术服务业', 'Information transmission, software and IT'),
    ('J', '金融业', 'Finance'),
    ('K', '房地产业', 'Real estate'),
    ('L', '租赁和商务服务业', 'Leasing and business services'),
    ('M', '科学研究和技术服务业', 'Research and technical services'),
    ('N', '水利、环境和公共设施管理业', 'Water, environment and public facilities'),
    ('O', '居民服务、修理和其他服务业', 'Household services, repair and other services'),
    ('P', '教育', 'Education'),
    ('Q', '卫生和社会工作', 'Health and social work'),
    ('R', '文化、体育和娱乐业', 'Culture, sports and entertainment'),
    ('S', '公共管理、社会保障和社会组织', 'Public administration, social security and social organisations'),
    ('T', '国际组织', 'International organisations')
) AS row (code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT 'occupation', '2022', code, name, name_en, '中华人民共和国职业分类大典（2022年版），大类子集 (subset: major classes)'
FROM (VALUES
    ('1', '党的机关、国家机关、群众团体和社会组织、企事业单位负责人',
        'Heads of Party and state organs, mass and social organisations, enterprises and institutions'),
    ('2', '专业技术人员', 'Professionals and technicians'),
    ('3', '办事人员和有关人员', 'Clerks and related workers'),
    ('4', '社会生产服务和生活服务人员', 'Service workers'),
    ('5', '农、林、牧、渔业生产及辅助人员', 'Agricultural, forestry, animal husbandry and fishery workers'),
    ('6', '生产制造及有关人员', 'Manufacturing and related workers'),
    ('7', '军队人员', 'Military'),
    ('8', '不便分类的其他从业人员', 'Other')
) AS row (code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT 'care_level', '0-subset', code, name, name_en, '长期护理失能等级评估标准，未核对 (unverified)'
FROM (VALUES
    ('0', '基本正常', 'None'),
    ('1', '轻度失能', 'Slight disability'),
    ('2', '中度失能', 'Moderate disability'),
    ('3', '重度失能Ⅰ级', 'Severe disability, grade I'),
    ('4', '重度失能Ⅱ级', 'Severe disability, grade II'),
    ('5', '重度失能Ⅲ级', 'Severe disability, grade III')
) AS row (code, name, name_en);

INSERT INTO registry.code (table_name, version, code, name, name_en, source)
SELECT table_name, '0-subset', code, name, name_en, source
FROM (VALUES
    ('care_form', 'home', '家护', 'Home care', '青医保发〔2022〕30号'),
    ('care_form', 'visiting', '巡护', 'Visiting care', '青医保发〔2022〕30号'),
    ('care_form', 'institution', '院护', 'Care in an institution', '青医保发〔2022〕30号'),
    ('care_form', 'special', '专护', 'Special care in a hospital', '青医保发〔2022〕30号'),
    ('referral', 'local', '本地就医', 'Local', '本系统自定 (own)'),
    ('referral', 'filed', '异地就医已备案', 'Away from home, filed', '本系统自定 (own)'),
    ('referral', 'referred', '转诊转院', 'Referred to another hospital', '本系统自定 (own)'),
    ('referral', 'unfiled', '异地就医未备案', 'Away from home, not filed', '本系统自定 (own)')
) AS row (table_name, code, name, name_en, source);

-- Days off, whole spans: weekends within them are named too.
INSERT INTO registry.calendar_day (day, kind, name, source)
SELECT day::date, 'holiday', name, source
FROM (VALUES
    (date '2025-01-01', date '2025-01-01', '元旦', '国办发明电〔2024〕12号'),
    ('2025-01-28', '2025-02-04', '春节', '国办发明电〔2024〕12号'),
    ('2025-04-04', '2025-04-06', '清明节', '国办发明电〔2024〕12号'),
    ('2025-05-01', '2025-05-05', '劳动节', '国办发明电〔2024〕12号'),
    ('2025-05-31', '2025-06-02', '端午节', '国办发明电〔2024〕12号'),
    ('2025-10-01', '2025-10-08', '国庆节、中秋节', '国办发明电〔2024〕12号'),
    ('2026-01-01', '2026-01-03', '元旦', '国务院办公厅2025年11月4日通知'),
    ('2026-02-15', '2026-02-23', '春节', '国务院办公厅2025年11月4日通知'),
    ('2026-04-04', '2026-04-06', '清明节', '国务院办公厅2025年11月4日通知'),
    ('2026-05-01', '2026-05-05', '劳动节', '国务院办公厅2025年11月4日通知'),
    ('2026-06-19', '2026-06-21', '端午节', '国务院办公厅2025年11月4日通知'),
    ('2026-09-25', '2026-09-27', '中秋节', '国务院办公厅2025年11月4日通知'),
    ('2026-10-01', '2026-10-07', '国庆节', '国务院办公厅2025年11月4日通知')
) AS span (first_day, last_day, name, source)
CROSS JOIN LATERAL generate_series(first_day, last_day, interval '1 day') AS day;

-- Saturdays and Sundays that are worked instead.
INSERT INTO registry.calendar_day (day, kind, name, source) VALUES
    ('2025-01-26', 'workday', '春节调休', '国办发明电〔2024〕12号'),
    ('2025-02-08', 'workday', '春节调休', '国办发明电〔2024〕12号'),
    ('2025-04-27', 'workday', '劳动节调休', '国办发明电〔2024〕12号'),
    ('2025-09-28', 'workday', '国庆节、中秋节调休', '国办发明电〔2024〕12号'),
    ('2025-10-11', 'workday', '国庆节、中秋节调休', '国办发明电〔2024〕12号'),
    ('2026-01-04', 'workday', '元旦调休', '国务院办公厅2025年11月4日通知'),
    ('2026-02-14', 'workday', '春节调休', '国务院办公厅2025年11月4日通知'),
    ('2026-02-28', 'workday', '春节调休', '国务院办公厅2025年11月4日通知'),
    ('2026-05-09', 'workday', '劳动节调休', '国务院办公厅2025年11月4日通知'),
    ('2026-09-20', 'workday', '国庆节调休', '国务院办公厅2025年11月4日通知'),
    ('2026-10-10', 'workday', '国庆节调休', '国务院办公厅2025年11月4日通知');
