// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IValidators, Voter} from "../../contracts/validators/IValidators.sol";
import {Validators} from "../../contracts/validators/Validators.sol";
import {VoterList} from "../../contracts/validators/VoterList.sol";
import {ElectionTest} from "../support/ElectionTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract NominationsTest is ElectionTest {
    /* STAKES */

    function test_bond_registers() public {
        fund(voter(1), 100);
        vm.expectEmit(address(validators));
        emit IValidators.VoterRegistered(1, voter(1));
        vm.expectEmit(address(validators));
        emit IValidators.StakeSet(1, 60, 1);
        vm.prank(voter(1));
        vm.assertEq(validators.bond(60), 1);
        vm.prank(voter(1));
        vm.assertEq(validators.bond(40), 1);
        vm.assertEq(validators.voterIdOf(voter(1)), 1);
        Voter memory one = voterOf(1);
        vm.assertTrue(one.account == voter(1) && one.stake == 100 && one.position == 0);
        vm.assertEq(validators.voterCount(), 1);
    }

    function test_nominate_lists() public {
        bond(voter(1), 100);
        vm.expectEmit(address(validators));
        emit IValidators.NominationsSet(1, ids(1, 3), 1);
        vm.expectEmit(address(validators));
        emit IValidators.ListingSet(1, true, 0, 1);
        nominate(voter(1), ids(1, 3));
        vm.assertEq(voterOf(1).targets, 1 | (3 << 16));
        vm.expectEmit(address(validators));
        emit IValidators.ListingSet(1, false, 0, 1);
        nominate(voter(1), new uint16[](0));
        vm.assertEq(voterOf(1).targets, 0);
    }

    function test_nominate_refusals() public {
        bond(voter(1), 100);
        refuseNominations(ids(0), abi.encodeWithSelector(IValidators.NominationsOutOfOrder.selector, 0, 0));
        refuseNominations(ids(2, 2), abi.encodeWithSelector(IValidators.NominationsOutOfOrder.selector, 2, 2));
        refuseNominations(ids(3, 1), abi.encodeWithSelector(IValidators.NominationsOutOfOrder.selector, 3, 1));
        refuseNominations(ids(4, 5), abi.encodeWithSelector(IValidators.UnknownCandidate.selector, 5));
        refuseNominations(new uint16[](17), abi.encodeWithSelector(IValidators.TooManyNominations.selector, 17, 16));
        bytes memory nobody = abi.encodeWithSelector(IValidators.NotVoter.selector, stranger);
        refuse(stranger, abi.encodeCall(IValidators.nominate, (ids(1))), nobody);
        refuse(stranger, abi.encodeCall(IValidators.unbond, (1)), nobody);
    }

    function refuseNominations(uint16[] memory targets, bytes memory expected) private {
        refuse(voter(1), abi.encodeCall(IValidators.nominate, (targets)), expected);
    }

    function test_unbond_leaves_after_two_whole_terms() public {
        vote(1, 100, ids(1));
        refuse(
            voter(1),
            abi.encodeCall(IValidators.unbond, (101)),
            abi.encodeWithSelector(IValidators.BondExceeded.selector, 101, 100)
        );
        vm.expectEmit(address(validators));
        emit IValidators.StakeSet(1, 70, 1);
        vm.expectEmit(address(validators));
        emit IValidators.StakeLeaving(1, 30, 10);
        unbond(voter(1), 30);
        bytes memory data = abi.encodeCall(IValidators.withdrawStake, ());
        vm.warp(GENESIS + 10 * uint256(EPOCH) - 1);
        refuse(voter(1), data, abi.encodeWithSelector(IValidators.StillLocked.selector, 10));
        toEpoch(10);
        vm.expectEmit(address(validators));
        emit IValidators.StakeWithdrawn(1, voter(1), 30);
        vm.prank(voter(1));
        vm.assertEq(validators.withdrawStake(), 30);
        vm.assertEq(token.balanceOf(voter(1)), 30);
        refuse(voter(1), data, abi.encodeWithSelector(IValidators.NothingLeaving.selector, voter(1)));
    }

    function test_zero_amounts() public {
        bytes memory zero = abi.encodeWithSelector(IValidators.ZeroAmount.selector);
        refuse(voter(1), abi.encodeCall(IValidators.bond, (0)), zero);
        refuse(voter(1), abi.encodeCall(IValidators.unbond, (0)), zero);
    }

    function test_unbonding_everything_leaves_the_list() public {
        vote(1, 100, ids(1));
        vote(2, 50, ids(1));
        unbond(voter(1), 100);
        (uint256 listed, uint256 smallest) = validators.listing();
        vm.assertTrue(listed == 1 && smallest == 50 && voterOf(1).position == 0);
    }

    /* THE LIST */

    function fill() private {
        for (uint256 i = 1; i <= PLACES; ++i) vote(i, uint96(100 * i), ids(1));
    }

    function test_a_larger_newcomer_evicts_the_smallest() public {
        fill();
        bond(voter(9), 101);
        vm.expectEmit(address(validators));
        emit IValidators.ListingSet(1, false, 9, 1);
        vm.expectEmit(address(validators));
        emit IValidators.ListingSet(9, true, 0, 1);
        nominate(voter(9), ids(2));
        vm.assertTrue(voterOf(1).position == 0 && voterOf(9).position > 0);
        (uint256 listed, uint256 smallest) = validators.listing();
        vm.assertTrue(listed == PLACES && smallest == 101);
    }

    /// Of equal stakes the one who was there first stays.
    function test_eviction_needs_more_and_not_as_much() public {
        fill();
        vote(9, 100, ids(1));
        vm.assertTrue(voterOf(1).position > 0 && voterOf(9).position == 0);
        bond(voter(9), 1);
        vm.assertTrue(voterOf(1).position == 0 && voterOf(9).position > 0);
    }

    function test_of_the_smallest_the_last_to_come_is_evicted() public {
        for (uint256 i = 1; i <= PLACES; ++i) vote(i, 100, ids(1));
        vote(9, 101, ids(1));
        vm.assertTrue(voterOf(uint32(PLACES)).position == 0 && voterOf(1).position > 0);
    }

    /// Eviction games: dust of many accounts fills the list but stops nobody who has more.
    function test_dust_does_not_fill_the_list() public {
        for (uint256 i = 1; i <= 3 * PLACES; ++i) vote(i, 1, ids(4));
        for (uint256 i = 1; i <= PLACES; ++i) vote(100 + i, uint96(2 + i), ids(1));
        (, uint256 smallest) = validators.listing();
        vm.assertEq(smallest, 3);
    }

    /// Eviction games: who evicts and leaves again opens the place for the evicted, at the price of a long wait.
    function test_the_evicted_comes_back() public {
        fill();
        bytes memory small = abi.encodeWithSelector(IValidators.StakeTooSmall.selector, 1, 100, 150);
        vote(9, 150, ids(2));
        refuse(stranger, abi.encodeCall(IValidators.enlist, (1)), small);
        unbond(voter(9), 150);
        vm.expectEmit(address(validators));
        emit IValidators.ListingSet(1, true, 0, 1);
        vm.prank(stranger);
        validators.enlist(1);
        vm.assertTrue(voterOf(1).position > 0);
        vm.assertEq(voterOf(9).releaseEpoch, 10);
    }

    function test_enlist_takes_the_place_of_who_became_smaller() public {
        fill();
        vote(9, 90, ids(2));
        unbond(voter(1), 20);
        vm.assertTrue(voterOf(1).position > 0);
        validators.enlist(9);
        vm.assertTrue(voterOf(1).position == 0 && voterOf(9).position > 0);
    }

    function test_enlist_refusals() public {
        fill();
        bytes4 tooSmall = IValidators.StakeTooSmall.selector;
        refuseListing(20, abi.encodeWithSelector(IValidators.UnknownVoter.selector, 20));
        refuseListing(1, abi.encodeWithSelector(IValidators.AlreadyListed.selector, 1));
        bond(voter(9), 1_000);
        refuseListing(9, abi.encodeWithSelector(tooSmall, 9, 1_000, 100));
        nominate(voter(9), ids(1));
        unbond(voter(9), 1_000);
        refuseListing(9, abi.encodeWithSelector(tooSmall, 9, 0, 200));
    }

    function refuseListing(uint32 voterId, bytes memory expected) private {
        refuse(stranger, abi.encodeCall(IValidators.enlist, (voterId)), expected);
    }

    function testFuzz_the_list_is_the_top(uint96[24] memory stakes, uint256 seed) public {
        for (uint256 i; i < 24; ++i) {
            vote(i + 1, uint96(bound(stakes[i], 1, 1_000_000)), ids(1));
            // Some leave again or shrink.
            if ((seed >> i) % 4 == 0)
                unbond(voter(i + 1), uint96(bound(stakes[i] >> 8, 1, voterOf(uint32(i + 1)).stake)));
        }
        enlistAll();
        uint256 least = type(uint256).max;
        uint256 most;
        uint256 listed;
        for (uint32 i = 1; i <= 24; ++i) {
            Voter memory one = voterOf(i);
            if (one.position > 0) {
                ++listed;
                if (one.stake < least) least = one.stake;
            } else if (one.stake > most) {
                most = one.stake;
            }
        }
        (uint256 length, uint256 smallest) = validators.listing();
        vm.assertTrue(length == listed && validators.listedVoters().length == listed);
        vm.assertTrue(least >= most && (listed == 0 || smallest == least));
    }

    function enlistAll() private {
        for (uint32 i = 1; i <= 24; ++i) {
            if (voterOf(i).position > 0) continue;
            try validators.enlist(i) {} catch {}
        }
    }

    function test_capacity() public {
        vm.expectRevert(abi.encodeWithSelector(VoterList.InvalidCapacity.selector, 0));
        new Validators(address(access), token, power, GENESIS, EPOCH, 0);
        vm.expectRevert(abi.encodeWithSelector(VoterList.InvalidCapacity.selector, 4_097));
        new Validators(address(access), token, power, GENESIS, EPOCH, 4_097);
        vm.assertEq(validators.maxVoters(), PLACES);
        (uint256 listed, uint256 smallest) = validators.listing();
        vm.assertTrue(listed == 0 && smallest == 0);
    }

    /* THE FREEZE */

    function test_change_after_the_freeze_counts_for_the_next_election() public {
        fill();
        toFreeze(1);
        bytes memory all_ = abi.encodePacked(uint32(1), uint32(2), uint32(3), uint32(9));
        bytes32 before = frozen(1, all_);
        // Evicted, larger, other nominations, gone.
        vote(9, 1_000, ids(1));
        bond(voter(2), 5);
        nominate(voter(3), ids(2, 4));
        unbond(voter(3), 300);
        vm.assertEq(frozen(1, all_), before);
        (uint256[] memory stakes, uint256[] memory targets) = validators.votersAt(1, all_);
        vm.assertTrue(stakes[0] == 100 && stakes[1] == 200 && stakes[2] == 300 && stakes[3] == 0 && targets[3] == 0);
        (stakes, targets) = validators.votersAt(2, all_);
        vm.assertTrue(stakes[0] == 0 && stakes[1] == 205 && stakes[2] == 0 && stakes[3] == 1_000 && targets[3] == 1);
        vm.warp(block.timestamp + EPOCH - 1);
        unbond(voter(9), 1);
        vm.assertEq(frozen(1, all_), before);
    }

    function frozen(uint32 term, bytes memory voterIds) private view returns (bytes32) {
        (uint256[] memory stakes, uint256[] memory targets) = validators.votersAt(term, voterIds);
        return keccak256(abi.encode(stakes, targets));
    }

    function test_votersAt_needs_whole_ids() public {
        vm.expectRevert(abi.encodeWithSelector(IValidators.BadVoterIds.selector, 5));
        validators.votersAt(1, hex"0000000100");
    }

    function test_clock() public {
        vm.assertEq(validators.freezeOf(1), GENESIS + 3 * uint256(EPOCH));
        for (uint32 epoch = 1; epoch < 13; ++epoch) {
            toEpoch(epoch);
            uint32 term = epoch / 4;
            vm.assertEq(validators.currentTerm(), term);
            vm.assertEq(validators.nextElection(), epoch % 4 == 3 ? term + 2 : term + 1);
        }
    }
}
