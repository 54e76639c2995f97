// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {AdaptiveQuorum} from "../../contracts/governance/AdaptiveQuorum.sol";
import {Outcome} from "../../contracts/governance/ICommuneGovernor.sol";
import {IExperiencePower} from "../../contracts/experience/IExperiencePower.sol";
import {GovernanceTest, Motion} from "../support/GovernanceTest.sol";
import {bound, vm} from "../support/Vm.sol";

/// @notice Votes, floors and majorities. Ten members have one percent of the power each.
contract CountingTest is GovernanceTest {
    /* MAJORITIES */

    /// At a turnout of ten percent, objections may be √0.1 = 0.316 of the support.
    function test_constitutional_needs_a_super_majority() public {
        assertDecision(minterMotion(stranger), 8, 2, true);
        assertDecision(minterMotion(stranger), 7, 3, false);
    }

    function test_parameters_need_a_simple_majority() public {
        assertDecision(bondMotion(1), 6, 4, true);
        assertDecision(bondMotion(1), 5, 5, false);
    }

    /// Support must be 0.316 of the objections.
    function test_emergencies_need_a_super_majority_against_to_fail() public {
        assertDecision(suspension(), 3, 7, true);
        assertDecision(suspension(), 2, 8, false);
    }

    /// With all there, a half is a half.
    function test_the_majority_adapts_to_turnout() public {
        uint256 id = propose(minterMotion(stranger));
        toVote(id);
        voteAll(id, 7, 3, 0);
        vm.assertFalse(governor.outcomeOf(id).passing);
        vote(id, silent, FOR);
        vm.assertTrue(governor.outcomeOf(id).passing);
    }

    function assertDecision(Motion memory m, uint256 inFavour, uint256 against, bool passes) private {
        m.description = string.concat(vm.toString(inFavour), " of ten");
        uint256 id = decide(m, inFavour, against);
        assertState(id, passes ? IGovernor.ProposalState.Succeeded : IGovernor.ProposalState.Defeated);
    }

    /* FLOOR */

    function test_four_of_a_hundred_must_vote() public {
        assertTurnout(5, 0, 0, true);
        assertTurnout(3, 0, 0, false);
        assertTurnout(3, 1, 1, true);
        assertTurnout(1, 0, 4, true);
        assertTurnout(3, 0, 0, false);
    }

    function assertTurnout(uint256 inFavour, uint256 against, uint256 abstaining, bool passes) private {
        Motion memory m = bondMotion(1);
        m.description = vm.toString(block.timestamp);
        uint256 id = propose(m);
        toVote(id);
        voteAll(id, inFavour, against, abstaining);
        toEnd(id);
        assertState(id, passes ? IGovernor.ProposalState.Succeeded : IGovernor.ProposalState.Defeated);
    }

    /// Abstentions raise the turnout and leave the majority alone.
    function test_abstentions_are_no_votes_of_a_majority() public {
        uint256 id = propose(minterMotion(stranger));
        toVote(id);
        voteAll(id, 7, 3, 0);
        vote(id, silent, ABSTAIN);
        Outcome memory outcome = governor.outcomeOf(id);
        vm.assertTrue(outcome.cast >= outcome.floor);
        vm.assertFalse(outcome.passing);
        toEnd(id);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_all_abstaining_decides_nothing() public {
        uint256 id = propose(suspension());
        toVote(id);
        voteAll(id, 0, 0, 10);
        toEnd(id);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    function test_the_floor_is_rounded_up() public {
        uint256 id = propose(bondMotion(1));
        toVote(id);
        uint256 snapshot = governor.proposalSnapshot(id);
        uint256 electorate = power.getPastTotalSupply(snapshot);
        vm.assertEq(governor.quorum(snapshot), (electorate * 400 + 9_999) / 10_000);
        vm.assertEq(governor.outcomeOf(id).floor, governor.quorum(snapshot));
        vm.assertEq(governor.outcomeOf(id).electorate, electorate);
    }

    /// When nearly everything has decayed, no remnant rules.
    function test_the_least_turnout_holds_however_little_power_there_is() public {
        // 14 half-lives: 100,000 are worth 6.1, and ten are the least.
        vm.warp(block.timestamp + 14 * 13 * uint256(EPOCH));
        Motion memory m = bondMotion(1);
        uint256 id = proposeAs(silent, m);
        toVote(id);
        vote(id, silent, FOR);
        Outcome memory outcome = governor.outcomeOf(id);
        vm.assertEq(outcome.floor, LEAST_TURNOUT);
        vm.assertEq(governor.quorum(governor.proposalSnapshot(id)), LEAST_TURNOUT);
        toEnd(id);
        assertState(id, IGovernor.ProposalState.Defeated);
    }

    /// Whoever lowers the floor decides about later votes, not about those that ended or run.
    function test_another_floor_leaves_earlier_votes_alone() public {
        Motion memory lower = motion(address(governor), abi.encodeCall(governor.updateQuorumNumerator, (100)));
        decide(lower, 10, 0);
        queue(lower);
        uint256 ended = propose(bondMotion(1));
        toVote(ended);
        voteAll(ended, 2, 0, 0);
        toEnd(ended);
        assertState(ended, IGovernor.ProposalState.Defeated);
        uint256 running = propose(bondMotion(2));
        toVote(running);
        execute(lower);
        voteAll(running, 2, 0, 0);
        toEnd(running);
        assertState(ended, IGovernor.ProposalState.Defeated);
        assertState(running, IGovernor.ProposalState.Defeated);
        assertTurnout(2, 0, 0, true);
    }

    /* VOTES */

    function test_votes_are_power_at_the_snapshot() public {
        uint256 id = propose(bondMotion(1));
        toVote(id);
        vm.expectEmit(address(governor));
        uint256 weight = power.getPastVotes(member(0), governor.proposalSnapshot(id));
        emit IGovernor.VoteCast(member(0), id, FOR, weight, "");
        vote(id, member(0), FOR);
        vote(id, member(1), AGAINST);
        vote(id, silent, ABSTAIN);
        (uint256 against, uint256 inFavour, uint256 abstaining) = governor.proposalVotes(id);
        vm.assertEq(inFavour, weight);
        vm.assertEq(against, power.getPastVotes(member(1), governor.proposalSnapshot(id)));
        vm.assertEq(abstaining, power.getPastVotes(silent, governor.proposalSnapshot(id)));
        vm.assertTrue(governor.hasVoted(id, member(0)));
        vm.assertFalse(governor.hasVoted(id, member(2)));
    }

    function test_nobody_votes_twice() public {
        uint256 id = propose(bondMotion(1));
        toVote(id);
        vote(id, member(0), FOR);
        bytes memory again = abi.encodeCall(governor.castVote, (id, AGAINST));
        refuse(member(0), again, abi.encodeWithSelector(IGovernor.GovernorAlreadyCastVote.selector, member(0)));
        bytes memory odd = abi.encodeCall(governor.castVote, (id, 3));
        refuse(member(1), odd, abi.encodeWithSelector(IGovernor.GovernorInvalidVoteType.selector));
    }

    function test_votes_are_taken_after_the_snapshot_until_the_deadline() public {
        uint256 id = propose(bondMotion(1));
        vm.warp(governor.proposalSnapshot(id));
        bytes memory call = abi.encodeCall(governor.castVote, (id, FOR));
        refuse(member(1), call, unexpected(id, bit(IGovernor.ProposalState.Active)));
        vm.warp(governor.proposalSnapshot(id) + 1);
        vote(id, member(0), FOR);
        vm.warp(governor.proposalDeadline(id));
        vote(id, member(1), ABSTAIN);
        vm.warp(governor.proposalDeadline(id) + 1);
        refuse(member(2), call, unexpected(id, bit(IGovernor.ProposalState.Active)));
    }

    function test_votes_by_signature() public {
        (uint256 key, uint256 other) = (0xA11CE, 0xB0B);
        address account = vm.addr(key);
        uint256 id = propose(bondMotion(1));
        toVote(id);
        bytes memory call = abi.encodeCall(governor.castVoteBySig, (id, FOR, account, signed(other, account, id)));
        refuse(stranger, call, abi.encodeWithSelector(IGovernor.GovernorInvalidSignature.selector, account));
        governor.castVoteBySig(id, FOR, account, signed(key, account, id));
        vm.assertTrue(governor.hasVoted(id, account));
    }

    function signed(uint256 key, address account, uint256 id) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Trusted Commerce Commune"),
                keccak256("1"),
                block.chainid,
                address(governor)
            )
        );
        bytes32 ballot = keccak256(abi.encode(governor.BALLOT_TYPEHASH(), id, FOR, account, governor.nonces(account)));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, ballot)));
        return abi.encodePacked(r, s, v);
    }

    /* WHAT CLIENTS ASK */

    function test_views_revert_before_the_snapshot() public {
        uint256 id = propose(bondMotion(1));
        bytes memory early = abi.encodeWithSelector(
            IExperiencePower.ERC5805FutureLookup.selector,
            governor.proposalSnapshot(id),
            block.timestamp
        );
        refuse(stranger, abi.encodeCall(governor.outcomeOf, (id)), early);
        refuse(stranger, abi.encodeCall(governor.forNeeded, (id)), early);
    }

    /// The number that clients are told is the least that passes, for every class.
    function testFuzz_for_needed_is_the_least(uint256 against, uint8 class) public {
        against = bound(against, 0, 10);
        class = class % 3;
        uint256 id = propose(
            class == 0
                ? minterMotion(stranger)
                : class == 1
                    ? bondMotion(1)
                    : suspension()
        );
        toVote(id);
        voteAll(id, 0, against, 0);
        (uint256 a, , ) = governor.proposalVotes(id);
        uint256 e = governor.outcomeOf(id).electorate;
        uint256 needed = governor.forNeeded(id);
        vm.assertTrue(carries(class, needed, a, e));
        vm.assertFalse(carries(class, needed - 1, a, e));
    }

    function test_for_needed_where_nobody_had_power() public {
        uint256 id = proposeAs(silent, bondMotion(1));
        toVote(id);
        bytes memory total = abi.encodeCall(power.getPastTotalSupply, (governor.proposalSnapshot(id)));
        vm.mockCall(address(power), total, abi.encode(0));
        vm.assertEq(governor.forNeeded(id), type(uint256).max);
    }

    /// More votes than the rules can take: nothing reverts.
    function test_votes_beyond_all_bounds_never_revert() public {
        uint256 id = propose(minterMotion(stranger));
        toVote(id);
        uint256 snapshot = governor.proposalSnapshot(id);
        uint256 huge = 1 << 200;
        for (uint256 i; i < 3; ++i) {
            vm.mockCall(address(power), abi.encodeCall(power.getPastVotes, (member(i), snapshot)), abi.encode(huge));
        }
        vm.mockCall(address(power), abi.encodeCall(power.getPastTotalSupply, (snapshot)), abi.encode(huge * 4));
        voteAll(id, 2, 1, 0);
        vm.assertFalse(governor.outcomeOf(id).passing);
        vm.assertEq(governor.forNeeded(id), type(uint256).max);
    }

    function carries(uint8 class, uint256 f, uint256 a, uint256 e) private pure returns (bool) {
        if (class == 0) return AdaptiveQuorum.superMajorityApprove(f, a, f + a, e);
        if (class == 1) return AdaptiveQuorum.simpleMajority(f, a, f + a, e);
        return AdaptiveQuorum.superMajorityAgainst(f, a, f + a, e);
    }

    /// The tally that a proposal ends with decides as the library does, whoever votes how.
    function testFuzz_the_end_is_what_the_rules_say(uint256 seed, uint8 class) public {
        class = class % 3;
        uint256 id = propose(
            class == 0
                ? minterMotion(stranger)
                : class == 1
                    ? bondMotion(1)
                    : suspension()
        );
        toVote(id);
        for (uint256 i; i < MEMBERS; ++i) {
            uint256 choice = (seed >> (8 * i)) % 4;
            if (choice < 3) vote(id, member(i), uint8(choice));
        }
        if ((seed >> 128) % 4 == 0) vote(id, silent, uint8((seed >> 136) % 3));
        (uint256 a, uint256 f, uint256 abstaining) = governor.proposalVotes(id);
        uint256 e = power.getPastTotalSupply(governor.proposalSnapshot(id));
        bool passes = a + f + abstaining >= governor.quorum(governor.proposalSnapshot(id)) && carries(class, f, a, e);
        vm.assertEq(governor.outcomeOf(id).passing, passes);
        toEnd(id);
        assertState(id, passes ? IGovernor.ProposalState.Succeeded : IGovernor.ProposalState.Defeated);
    }
}
