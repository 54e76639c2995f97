// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Decay} from "../../contracts/experience/Decay.sol";
import {bound, vm} from "../support/Vm.sol";

contract DecayTest {
    uint256 private constant ONE = 1 << 64;
    uint256 private constant HALF_LIFE = 13 * 7 days;

    /* MULTIPLIER */

    function test_multiplier_starts_at_one() public pure {
        vm.assertEq(Decay.multiplier(0, HALF_LIFE), ONE);
    }

    function testFuzz_multiplier_doubles_every_half_life(uint256 elapsed, uint256 halfLives) public pure {
        elapsed = bound(elapsed, 0, HALF_LIFE - 1);
        halfLives = bound(halfLives, 0, 191);
        vm.assertEq(
            Decay.multiplier(elapsed + halfLives * HALF_LIFE, HALF_LIFE),
            Decay.multiplier(elapsed, HALF_LIFE) << halfLives
        );
    }

    function test_multiplier_between_half_lives() public pure {
        // ⌊2^64 · √2⌋ and ⌊2^64 · 2^(1/4)⌋, each one exact constant.
        vm.assertEq(Decay.multiplier(HALF_LIFE / 2, HALF_LIFE), 0x16a09e667f3bcc908);
        vm.assertEq(Decay.multiplier(HALF_LIFE / 4, HALF_LIFE), 0x1306fe0a31b7152de);
    }

    function testFuzz_multiplier_is_monotone(uint256 a, uint256 b) public pure {
        (a, b) = (bound(a, 0, 191 * HALF_LIFE), bound(b, 0, 191 * HALF_LIFE));
        if (a > b) (a, b) = (b, a);
        vm.assertLe(Decay.multiplier(a, HALF_LIFE), Decay.multiplier(b, HALF_LIFE));
    }

    /// Every step of the exponent, not only some: strictly more than the one before it.
    function test_multiplier_rises_at_every_step() public pure {
        uint256 previous = ONE - 1;
        for (uint256 x; x < 65_536; x += 13) {
            uint256 m = Decay.multiplier(x, 65_536);
            vm.assertGt(m, previous);
            previous = m;
        }
        vm.assertGt(2 * ONE, Decay.multiplier(65_535, 65_536));
    }

    /// M(a) · M(b) = M(a + b) up to 2^−59 of it, and never above by more than a rounding.
    function testFuzz_multiplier_composes(uint256 a, uint256 b) public pure {
        // Whole steps: the exponent itself is floored otherwise.
        (a, b) = (bound(a, 0, 90 << 16), bound(b, 0, 90 << 16));
        uint256 product = (Decay.multiplier(a, 65_536) * (Decay.multiplier(b, 65_536) >> 60)) >> 4;
        uint256 direct = Decay.multiplier(a + b, 65_536);
        // The product lost its 60 lowest bits of 64 + b / 65,536.
        uint256 slack = 1 + (direct >> 3);
        vm.assertApproxEqAbs(product, direct, slack);
    }

    /// The same with full precision for moments less than a half-life apart.
    function testFuzz_multiplier_composes_exactly(uint256 a, uint256 b) public pure {
        (a, b) = (bound(a, 0, 65_535), bound(b, 0, 65_535));
        uint256 product = (Decay.multiplier(a, 65_536) * Decay.multiplier(b, 65_536)) >> 64;
        uint256 direct = Decay.multiplier(a + b, 65_536);
        vm.assertApproxEqAbs(product, direct, direct >> 59);
    }

    /// From 192 half-lives on 2^256 would not hold it; power of before is worth nothing then.
    function testFuzz_multiplier_saturates(uint256 elapsed, uint256 raw) public pure {
        elapsed = bound(elapsed, 192 * HALF_LIFE, type(uint48).max);
        vm.assertEq(Decay.multiplier(elapsed, HALF_LIFE), type(uint256).max);
        vm.assertEq(Decay.deflate(bound(raw, 0, type(uint208).max), type(uint256).max), 0);
        vm.assertLt(Decay.multiplier(192 * HALF_LIFE - 1, HALF_LIFE), type(uint256).max);
    }

    /* AMOUNTS */

    /// What was minted is there at the moment it counts from.
    function testFuzz_deflate_undoes_inflate(uint256 amount, uint256 elapsed) public pure {
        amount = bound(amount, 0, type(uint96).max);
        uint256 m = Decay.multiplier(bound(elapsed, 0, 90 * HALF_LIFE), HALF_LIFE);
        vm.assertEq(Decay.deflate(Decay.inflate(amount, m), m), amount);
    }

    function testFuzz_inflate_rounds_up_by_less_than_one(uint256 amount, uint256 elapsed) public pure {
        amount = bound(amount, 0, type(uint96).max);
        uint256 m = Decay.multiplier(bound(elapsed, 0, 90 * HALF_LIFE), HALF_LIFE);
        uint256 raw = Decay.inflate(amount, m);
        vm.assertGe(raw << 48, amount * m);
        vm.assertLt((raw << 48) - amount * m, 1 << 48);
    }

    function testFuzz_half_is_left_after_a_half_life(uint256 amount, uint256 elapsed, uint256 halfLives) public pure {
        amount = bound(amount, 0, type(uint96).max);
        elapsed = bound(elapsed, 0, 60 * HALF_LIFE);
        halfLives = bound(halfLives, 0, 60);
        uint256 raw = Decay.inflate(amount, Decay.multiplier(elapsed, HALF_LIFE));
        vm.assertEq(
            Decay.deflate(raw, Decay.multiplier(elapsed + halfLives * HALF_LIFE, HALF_LIFE)),
            amount >> halfLives
        );
    }

    /// Waiting for a and then for b leaves what waiting for a + b leaves, up to one unit.
    function testFuzz_decay_composes(uint256 amount, uint256 a, uint256 b) public pure {
        amount = bound(amount, 0, 1e24);
        (a, b) = (bound(a, 0, 65_536 * 4), bound(b, 0, 65_536 * 4));
        uint256 once = decayed(amount, a + b);
        uint256 twice = decayed(decayed(amount, a), b);
        vm.assertApproxEqAbs(once, twice, 1 + amount / 1e17);
    }

    function testFuzz_decay_is_monotone(uint256 amount, uint256 a, uint256 b) public pure {
        amount = bound(amount, 0, type(uint96).max);
        (a, b) = (bound(a, 0, 90 << 16), bound(b, 0, 90 << 16));
        if (a > b) (a, b) = (b, a);
        vm.assertGe(decayed(amount, a), decayed(amount, b));
    }

    function decayed(uint256 amount, uint256 elapsed) private pure returns (uint256) {
        return Decay.deflate(Decay.inflate(amount, ONE), Decay.multiplier(elapsed, 65_536));
    }
}
