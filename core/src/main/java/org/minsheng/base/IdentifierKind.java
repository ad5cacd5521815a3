package org.minsheng.base;

/** What sort of identifier a text is, or was meant to be. */
public enum IdentifierKind {
    /** A resident's identity number (公民身份号码). */
    RESIDENT,
    /** The number of a foreigner's permanent residence card (外国人永久居留身份证). */
    FOREIGNER,
    /** A unified social credit code (统一社会信用代码). */
    CREDIT_CODE,
    /** Nothing that can be recognised. */
    UNKNOWN
}
