// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AdaptiveQuorum} from "../../contracts/governance/AdaptiveQuorum.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice What holds of the rules whatever the numbers; vectors and the reference are in test/differential.
contract AdaptiveQuorumTest {
    uint256 private constant LIMIT = 1 << 128;

    function test_nothing_passes_without_votes_or_electorate() public pure {
        assertAll(0, 0, 0, 100, false);
        assertAll(1, 0, 0, 100, false);
        assertAll(1, 0, 1, 0, false);
        assertAll(0, 0, 100, 100, false);
    }

    function test_one_vote_carries_where_nobody_objects() public pure {
        assertAll(1, 0, 1, 1, true);
        assertAll(1, 0, 1, LIMIT - 1, true);
    }

    function test_a_tie_never_passes_when_all_vote() public pure {
        assertAll(50, 50, 100, 100, false);
        assertAll(LIMIT / 2 - 1, LIMIT / 2 - 1, LIMIT - 2, LIMIT - 2, false);
    }

    function test_the_largest_operands_are_exact() public pure {
        assertAll(LIMIT / 2, LIMIT / 2 - 1, LIMIT - 1, LIMIT - 1, true);
        assertAll(LIMIT - 1, 0, LIMIT - 1, LIMIT - 1, true);
        assertAll(0, LIMIT - 1, LIMIT - 1, LIMIT - 1, false);
    }

    function testFuzz_larger_operands_never_pass_roots(
        uint256 f,
        uint256 a,
        uint256 t,
        uint256 e,
        uint8 which
    ) public pure {
        uint256[4] memory operands = [f, a, t, e];
        uint256 i = which % 4;
        operands[i] = bound(operands[i], LIMIT, type(uint256).max);
        (f, a, t, e) = (operands[0], operands[1], operands[2], operands[3]);
        vm.assertFalse(AdaptiveQuorum.superMajorityApprove(f, a, t, e));
        vm.assertFalse(AdaptiveQuorum.superMajorityAgainst(f, a, t, e));
        vm.assertEq(AdaptiveQuorum.simpleMajority(f, a, t, e), f > a && t > 0 && e > 0);
    }

    /// Operands whose fourth powers fit can be compared without roots.
    function testFuzz_nothing_passes_that_real_roots_refuse(uint256 f, uint256 a, uint256 silent) public pure {
        (f, a, silent) = (bound(f, 0, 1 << 80), bound(a, 0, 1 << 80), bound(silent, 0, 1 << 80));
        (uint256 t, uint256 e) = (f + a, f + a + silent);
        bool approve = AdaptiveQuorum.superMajorityApprove(f, a, t, e);
        bool oppose = AdaptiveQuorum.superMajorityAgainst(f, a, t, e);
        if (approve) vm.assertTrue(a * a * e < f * f * t);
        if (oppose) vm.assertTrue(a * a * t < f * f * e);
    }

    function testFuzz_the_stricter_rule_implies_the_laxer(uint256 f, uint256 a, uint256 silent) public pure {
        (f, a, silent) = (bound(f, 0, 1 << 120), bound(a, 0, 1 << 120), bound(silent, 0, 1 << 120));
        (uint256 t, uint256 e) = (f + a, f + a + silent);
        bool simple = AdaptiveQuorum.simpleMajority(f, a, t, e);
        if (AdaptiveQuorum.superMajorityApprove(f, a, t, e)) vm.assertTrue(simple);
        if (simple) vm.assertTrue(AdaptiveQuorum.superMajorityAgainst(f, a, t, e));
    }

    function testFuzz_one_more_in_favour_never_hurts(uint256 f, uint256 a, uint256 silent) public pure {
        (f, a, silent) = (bound(f, 0, 1 << 120), bound(a, 0, 1 << 120), bound(silent, 1, 1 << 120));
        (uint256 t, uint256 e) = (f + a, f + a + silent);
        if (AdaptiveQuorum.superMajorityApprove(f, a, t, e)) {
            vm.assertTrue(AdaptiveQuorum.superMajorityApprove(f + 1, a, t + 1, e));
        }
        if (AdaptiveQuorum.superMajorityAgainst(f, a, t, e)) {
            vm.assertTrue(AdaptiveQuorum.superMajorityAgainst(f + 1, a, t + 1, e));
        }
    }

    function assertAll(uint256 f, uint256 a, uint256 t, uint256 e, bool expected) private pure {
        vm.assertEq(AdaptiveQuorum.superMajorityApprove(f, a, t, e), expected);
        vm.assertEq(AdaptiveQuorum.simpleMajority(f, a, t, e), expected);
        vm.assertEq(AdaptiveQuorum.superMajorityAgainst(f, a, t, e), expected);
    }
}
