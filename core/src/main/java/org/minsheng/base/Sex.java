package org.minsheng.base;

/** Sex as an identity number carries it (性别, GB/T 2261.1). */
public enum Sex {
    /** 男, code 1. */
    MALE(1),
    /** 女, code 2. */
    FEMALE(2);

    private final int code;

    Sex(int code) {
        this.code = code;
    }

    /** The digit of GB/T 2261.1. */
    public int code() {
        return code;
    }
}
