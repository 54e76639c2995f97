// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {Elections} from "../../contracts/validators/Elections.sol";
import {Candidate, IValidators, Rules, Standing} from "../../contracts/validators/IValidators.sol";
import {ElectionTest} from "../support/ElectionTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract CandidateBondsTest is ElectionTest {
    address private newcomer = address(0x11E3);

    function enter(uint96 amount) private {
        addExperiencer(newcomer, POWER);
        fund(newcomer, 100 * SELF_BOND);
        toEpoch(2);
        vm.prank(newcomer);
        validators.stand(amount, 0);
    }

    /* STANDING */

    function test_stand_registers() public {
        addExperiencer(newcomer, POWER);
        fund(newcomer, SELF_BOND);
        toEpoch(2);
        vm.expectEmit(address(validators));
        emit IValidators.CandidateRegistered(5, newcomer, power.idOf(newcomer));
        vm.expectEmit(address(validators));
        emit IValidators.CandidacySet(5, true, 2_000, SELF_BOND, 1);
        vm.prank(newcomer);
        vm.assertEq(validators.stand(SELF_BOND, 2_000), 5);
        vm.assertEq(validators.candidateIdOf(newcomer), 5);
        vm.assertEq(elections.accountOf(5), newcomer);
        vm.assertEq(token.balanceOf(address(validators)), 5 * uint256(SELF_BOND));
        Candidate memory one = candidateOf(5);
        vm.assertTrue(one.running && !one.wasRunning && one.bondBefore == 0 && one.tag == 1);
    }

    function test_stand_again_keeps_the_id() public {
        vm.startPrank(candidate(2));
        validators.standDown();
        vm.assertEq(validators.stand(0, 7), 2);
        vm.stopPrank();
        vm.assertEq(validators.candidateCount(), CANDIDATES);
        vm.assertEq(candidateOf(2).commissionBps, 7);
    }

    function test_stand_refusals() public {
        bytes memory data = abi.encodeCall(IValidators.stand, (SELF_BOND, COMMISSION));
        refuse(newcomer, data, abi.encodeWithSelector(IValidators.NotExperiencer.selector, newcomer));
        refuse(candidate(1), data, abi.encodeWithSelector(IValidators.AlreadyRunning.selector, 1));
        addExperiencer(newcomer, MIN_POWER - 1);
        toEpoch(2);
        bytes memory weak = abi.encodeWithSelector(
            IValidators.PowerTooLow.selector,
            5,
            power.getVotes(newcomer),
            MIN_POWER
        );
        refuse(newcomer, data, weak);
        power.mint(power.idOf(newcomer), POWER);
        toEpoch(3);
        data = abi.encodeCall(IValidators.stand, (SELF_BOND - 1, COMMISSION));
        refuse(
            newcomer,
            data,
            abi.encodeWithSelector(IValidators.SelfBondTooLow.selector, 5, SELF_BOND - 1, SELF_BOND)
        );
    }

    function testFuzz_commission_above_cap(uint16 commissionBps) public {
        commissionBps = uint16(bound(commissionBps, 2_001, type(uint16).max));
        bytes memory above = abi.encodeWithSelector(IValidators.CommissionAboveCap.selector, commissionBps, 2_000);
        refuse(candidate(1), abi.encodeCall(IValidators.setCommission, (commissionBps)), above);
        refuse(newcomer, abi.encodeCall(IValidators.stand, (SELF_BOND, commissionBps)), above);
    }

    function test_setCommission() public {
        vm.expectEmit(address(validators));
        emit IValidators.CandidacySet(3, true, 2_000, SELF_BOND, 1);
        vm.prank(candidate(3));
        validators.setCommission(2_000);
    }

    function test_standDown() public {
        vm.expectEmit(address(validators));
        emit IValidators.CandidacySet(3, false, COMMISSION, SELF_BOND, 1);
        vm.prank(candidate(3));
        validators.standDown();
        refuse(
            candidate(3),
            abi.encodeCall(IValidators.standDown, ()),
            abi.encodeWithSelector(IValidators.NotRunning.selector, 3)
        );
    }

    function test_only_candidates() public {
        bytes memory expected = abi.encodeWithSelector(IValidators.NotCandidate.selector, stranger);
        refuse(stranger, abi.encodeCall(IValidators.standDown, ()), expected);
        refuse(stranger, abi.encodeCall(IValidators.setCommission, (1)), expected);
        refuse(stranger, abi.encodeCall(IValidators.raiseSelfBond, (1)), expected);
        refuse(stranger, abi.encodeCall(IValidators.lowerSelfBond, (1)), expected);
        refuse(
            stranger,
            abi.encodeCall(IValidators.withdrawSelfBond, ()),
            abi.encodeWithSelector(IValidators.NothingLeaving.selector, stranger)
        );
    }

    /* BONDS */

    function test_raiseSelfBond() public {
        fund(candidate(1), 5);
        vm.expectEmit(address(validators));
        emit IValidators.CandidacySet(1, true, COMMISSION, SELF_BOND + 5, 1);
        vm.prank(candidate(1));
        validators.raiseSelfBond(5);
        bytes memory zero = abi.encodeWithSelector(IValidators.ZeroAmount.selector);
        refuse(candidate(1), abi.encodeCall(IValidators.raiseSelfBond, (0)), zero);
        refuse(candidate(1), abi.encodeCall(IValidators.lowerSelfBond, (0)), zero);
    }

    function test_lowerSelfBond_leaves_after_two_whole_terms() public {
        bytes memory excess = abi.encodeWithSelector(IValidators.BondExceeded.selector, SELF_BOND + 1, SELF_BOND);
        refuse(candidate(1), abi.encodeCall(IValidators.lowerSelfBond, (SELF_BOND + 1)), excess);
        vm.expectEmit(address(validators));
        emit IValidators.CandidacySet(1, true, COMMISSION, SELF_BOND - 7, 1);
        vm.expectEmit(address(validators));
        emit IValidators.SelfBondLeaving(1, 7, 10);
        vm.prank(candidate(1));
        validators.lowerSelfBond(7);
        bytes memory data = abi.encodeCall(IValidators.withdrawSelfBond, ());
        vm.warp(GENESIS + 10 * uint256(EPOCH) - 1);
        refuse(candidate(1), data, abi.encodeWithSelector(IValidators.StillLocked.selector, 10));
        toEpoch(10);
        vm.expectEmit(address(validators));
        emit IValidators.SelfBondWithdrawn(1, candidate(1), 7);
        vm.prank(candidate(1));
        vm.assertEq(validators.withdrawSelfBond(), 7);
        vm.assertEq(token.balanceOf(candidate(1)), 7);
        refuse(candidate(1), data, abi.encodeWithSelector(IValidators.NothingLeaving.selector, candidate(1)));
    }

    function test_lowerSelfBond_again_starts_the_wait_again() public {
        vm.startPrank(candidate(1));
        validators.lowerSelfBond(7);
        vm.stopPrank();
        toEpoch(9);
        vm.expectEmit(address(validators));
        emit IValidators.SelfBondLeaving(1, 10, 18);
        vm.prank(candidate(1));
        validators.lowerSelfBond(3);
    }

    function test_withdrawal_without_an_elections_contract() public {
        validators.appointElections(Elections(address(0)));
        vm.prank(candidate(1));
        validators.lowerSelfBond(7);
        toEpoch(10);
        vm.prank(candidate(1));
        vm.assertEq(validators.withdrawSelfBond(), 7);
    }

    /* GOVERNANCE */

    function test_setRules() public {
        vm.expectEmit(address(validators));
        emit IValidators.RulesSet(32, 100_000e18, 1e10, 1);
        validators.setRules(Rules(32, 100_000e18, 1e10));
        validators.setRules(Rules(3, 1e18, 1));
        vm.assertEq(validators.rulesAt(1).seats, 3);
        refuseRules(Rules(2, 1e18, 1), "seats", 2, 3, 32);
        refuseRules(Rules(33, 1e18, 1), "seats", 33, 3, 32);
        refuseRules(Rules(3, 1e18 - 1, 1), "minSelfBond", 1e18 - 1, 1e18, 100_000e18);
        refuseRules(Rules(3, 100_000e18 + 1, 1), "minSelfBond", 100_000e18 + 1, 1e18, 100_000e18);
        refuseRules(Rules(3, 1e18, 0), "minPower", 0, 1, 1e10);
        refuseRules(Rules(3, 1e18, 1e10 + 1), "minPower", 1e10 + 1, 1, 1e10);
    }

    function refuseRules(Rules memory rules, bytes32 name, uint256 value, uint256 min, uint256 max) private {
        bytes memory expected = abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, name, value, min, max);
        refuse(address(this), abi.encodeCall(validators.setRules, (rules)), expected);
    }

    function test_governance_is_restricted() public {
        bytes memory denied = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        refuse(stranger, abi.encodeCall(validators.setRules, (Rules(3, 1e18, 1))), denied);
        refuse(stranger, abi.encodeCall(validators.appointElections, (elections)), denied);
    }

    function test_appointElections() public {
        vm.expectEmit(address(validators));
        emit IValidators.ElectionsAppointed(address(7));
        validators.appointElections(Elections(address(7)));
        vm.assertEq(address(validators.elections()), address(7));
    }

    function test_slash_is_for_the_elections_contract() public {
        refuse(
            address(this),
            abi.encodeCall(IValidators.slash, (1, 1, address(this))),
            abi.encodeWithSelector(IValidators.NotElections.selector, address(this))
        );
    }

    /* THE FREEZE */

    function test_standing_is_what_it_was_at_the_freeze() public {
        toFreeze(1);
        Standing memory before = validators.standingAt(1, 2);
        vm.assertTrue(before.running && before.commissionBps == COMMISSION && before.bond == SELF_BOND);
        fund(candidate(2), 1);
        power.mint(power.idOf(candidate(2)), POWER);
        vm.startPrank(candidate(2));
        validators.raiseSelfBond(1);
        validators.setCommission(1);
        validators.lowerSelfBond(500e18);
        validators.standDown();
        vm.stopPrank();
        validators.setRules(Rules(5, 1e18, 1));
        vm.assertEq(keccak256(abi.encode(validators.standingAt(1, 2))), keccak256(abi.encode(before)));
        vm.assertEq(validators.rulesAt(1).seats, 3);
        vm.assertEq(validators.rulesAt(2).seats, 5);
        Standing memory next = validators.standingAt(2, 2);
        vm.assertTrue(!next.running && next.commissionBps == 1 && next.bond == SELF_BOND + 1 - 500e18);
        toTerm(1);
        vm.assertEq(validators.standingAt(2, 2).bond, next.bond);
        vm.assertEq(validators.powerAt(1, 2), before.power);
    }

    function test_a_second_change_after_the_freeze_leaves_it_alone() public {
        toFreeze(1);
        vm.startPrank(candidate(2));
        validators.setCommission(1);
        vm.warp(block.timestamp + EPOCH - 1);
        validators.setCommission(2);
        vm.stopPrank();
        vm.assertEq(validators.standingAt(1, 2).commissionBps, COMMISSION);
        vm.assertEq(validators.standingAt(2, 2).commissionBps, 2);
    }

    function test_standingAt_unknown_candidate() public {
        vm.expectRevert(abi.encodeWithSelector(IValidators.UnknownCandidate.selector, 5));
        validators.standingAt(1, 5);
    }

    function test_eligibleAt() public view {
        (uint16[] memory commissions, uint256[] memory powers) = validators.eligibleAt(1, ids(2, 4));
        vm.assertTrue(commissions.length == 2 && commissions[0] == COMMISSION);
        vm.assertEq(powers[1], power.getVotes(candidate(4)));
    }

    function test_eligibleAt_refusals() public {
        vm.prank(candidate(2));
        validators.standDown();
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotRunning.selector, 2));
        validators.eligibleAt(1, ids(1, 2));
        vm.prank(candidate(1));
        validators.lowerSelfBond(1);
        vm.expectRevert(abi.encodeWithSelector(IValidators.SelfBondTooLow.selector, 1, SELF_BOND - 1, SELF_BOND));
        validators.eligibleAt(1, ids(1));
        uint256 held = validators.powerAt(1, 3);
        validators.setRules(Rules(3, SELF_BOND, uint96(held) + 1));
        vm.expectRevert(abi.encodeWithSelector(IValidators.PowerTooLow.selector, 3, held, held + 1));
        validators.eligibleAt(1, ids(3));
    }

    function test_enter_mid_term() public {
        enter(SELF_BOND);
        vm.assertEq(candidateOf(5).bond, SELF_BOND);
    }
}
