// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FaucetToken} from "../../contracts/asset/FaucetToken.sol";
import {Settlement} from "../../contracts/settlement/Settlement.sol";
import {IValidatorRewards} from "../../contracts/validators/IValidatorRewards.sol";
import {ValidatorRewards} from "../../contracts/validators/ValidatorRewards.sol";
import {CommuneShares} from "../support/CommuneShares.sol";
import {SolutionTest} from "../support/SolutionTest.sol";
import {bound, vm} from "../support/Vm.sol";

contract ValidatorRewardsTest is SolutionTest {
    uint256 private constant INCOME = 1_000_000_007;

    FaucetToken private asset;
    CommuneShares private shares;
    ValidatorRewards private rewards;
    address private court = address(0xC0);

    /// @dev Term 1 has begun; candidates 1 … 3 sit with 220, 200 and 180 behind them.
    function setUp() public override {
        super.setUp();
        asset = new FaucetToken();
        shares = new CommuneShares(asset);
        rewards = new ValidatorRewards(Settlement(address(shares)), elections);
        shares.appoint(address(rewards));
        elections.appointCourt(court, true);
        submit(splitEdges(120));
        toTerm(1);
        rewards.closeTerm(0);
    }

    function fingerprint() internal view override returns (bytes32 hash) {
        hash = mix(super.fingerprint(), abi.encode(rewards.nextTerm(), rewards.reserved()));
        hash = mix(hash, abi.encode(asset.balanceOf(address(rewards)), asset.balanceOf(address(shares))));
        for (uint16 id = 1; id <= 3; ++id) hash = mix(hash, abi.encode(rewards.commissionClaimed(1, id)));
        for (uint32 id = 1; id <= 4; ++id) hash = mix(hash, abi.encode(rewards.rewardClaimed(1, id)));
    }

    function refuseReward(bytes memory data, bytes memory expected) private {
        assertRefused(stranger, address(rewards), data, expected);
    }

    function close(uint256 income) private {
        shares.accrue(5, income);
        toTerm(2);
        rewards.closeTerm(1);
    }

    /* CLOSING */

    function test_before_anybody_sat_the_money_waits() public {
        vm.assertEq(rewards.nextTerm(), 1);
        vm.assertEq(rewards.reserved(), 0);
    }

    function test_a_term_without_validators_keeps_it_for_the_next() public {
        shares.accrue(2, 50);
        toEpoch(4);
        ValidatorRewards late = new ValidatorRewards(Settlement(address(shares)), elections);
        vm.assertEq(late.nextTerm(), 1);
        // Money of term 0, fetched after it was closed, belongs to term 1.
        shares.collectCommune(2);
        close(50);
        vm.assertTrue(rewards.reserved() <= 100 && rewards.reserved() > 97);
    }

    function test_closeTerm_collects_and_shares_by_weight() public {
        for (uint32 epoch = 4; epoch < 8; ++epoch) shares.accrue(epoch, INCOME / 4);
        shares.accrue(8, 77);
        toTerm(2);
        uint256 amount = 4 * (INCOME / 4);
        uint256[] memory weights = elections.weightsIn(1);
        uint256 weight = weights[0] + weights[1] + weights[2];
        uint256 owed;
        for (uint256 i; i < 3; ++i) owed += (amount * weights[i]) / weight;
        vm.expectEmit(address(rewards));
        emit IValidatorRewards.TermClosed(1, 1, owed, weight);
        vm.prank(stranger);
        rewards.closeTerm(1);
        for (uint256 i; i < 3; ++i) vm.assertEq(rewards.rewardOf(1, i), (amount * weights[i]) / weight);
        vm.assertEq(rewards.reserved(), owed);
        vm.assertEq(asset.balanceOf(address(rewards)), amount);
        vm.assertEq(asset.balanceOf(address(shares)), 77);
    }

    function test_what_rounding_leaves_rolls_on() public {
        close(100);
        uint256 rest = asset.balanceOf(address(rewards)) - rewards.reserved();
        vm.assertGt(rest, 0);
        shares.accrue(9, 100);
        toTerm(3);
        uint256 before = rewards.reserved();
        rewards.closeTerm(2);
        vm.assertGt(rewards.reserved() - before + 3, 100 + rest - 1);
    }

    function test_a_set_that_stayed_earns_again() public {
        close(INCOME);
        shares.accrue(9, INCOME);
        toTerm(3);
        rewards.closeTerm(2);
        vm.assertApproxEqAbs(rewards.rewardOf(2, 0), rewards.rewardOf(1, 0), 2);
        rewards.claim(2, 1, words(word(0, 100)), proofOf(1));
        rewards.claim(1, 1, words(word(0, 100)), proofOf(1));
    }

    function test_closeTerm_refusals() public {
        bytes4 wrong = IValidatorRewards.NotNextTerm.selector;
        refuseReward(closing(0), abi.encodeWithSelector(wrong, 0, 1));
        refuseReward(closing(2), abi.encodeWithSelector(wrong, 2, 1));
        refuseReward(closing(1), abi.encodeWithSelector(IValidatorRewards.TermNotOver.selector, 1));
        vm.warp(GENESIS + 8 * uint256(EPOCH) - 1);
        refuseReward(closing(1), abi.encodeWithSelector(IValidatorRewards.TermNotOver.selector, 1));
    }

    function closing(uint32 term) private pure returns (bytes memory) {
        return abi.encodeCall(IValidatorRewards.closeTerm, (term));
    }

    function test_closing_goes_on_when_the_commune_is_somebody_else() public {
        shares.appoint(address(7));
        close(INCOME);
        vm.assertEq(rewards.reserved(), 0);
        vm.assertEq(asset.balanceOf(address(shares)), INCOME);
    }

    /* SLASHED SEATS */

    function test_a_slashed_seat_earns_nothing_in_its_term() public {
        vm.prank(court);
        elections.slash(2, 1);
        close(INCOME);
        vm.assertEq(rewards.rewardOf(1, 1), 0);
        vm.assertApproxEqAbs(rewards.rewardOf(1, 0) + rewards.rewardOf(1, 2), INCOME, 2);
        vm.assertEq(rewards.claimCommission(1, 1), 0);
        vm.assertEq(rewards.claim(1, 2, words(word(1, 200)), proofOf(2)), 0);
        // A judgment after the term does not reach back.
        vm.prank(court);
        elections.slash(1, 1);
        vm.assertGt(rewards.claimCommission(1, 0), 0);
    }

    function test_when_all_seats_are_slashed_the_money_waits() public {
        vm.startPrank(court);
        for (uint16 id = 1; id <= 3; ++id) elections.slash(id, 1);
        vm.stopPrank();
        shares.accrue(5, INCOME);
        toTerm(2);
        vm.expectEmit(address(rewards));
        emit IValidatorRewards.TermClosed(1, 1, 0, 0);
        rewards.closeTerm(1);
        toTerm(3);
        rewards.closeTerm(2);
        vm.assertApproxEqAbs(rewards.reserved(), INCOME, 3);
    }

    /* CLAIMS */

    function leafOf(uint32 id) private view returns (bytes32) {
        if (id == 3) return leaf(1, 3, words(word(0, 120), word(2, 180)));
        return leaf(1, id, words(id == 1 ? word(0, 100) : word(1, 200)));
    }

    function proofOf(uint32 id) private view returns (bytes32[] memory proof) {
        proof = new bytes32[](id == 3 ? 1 : 2);
        if (id == 3) {
            proof[0] = sorted(leafOf(1), leafOf(2));
        } else {
            (proof[0], proof[1]) = (leafOf(3 - id), leafOf(3));
        }
    }

    function test_claimCommission() public {
        close(INCOME);
        uint256 reward = rewards.rewardOf(1, 1);
        uint256 amount = (reward * COMMISSION) / 10_000;
        uint256 reserved = rewards.reserved();
        vm.expectEmit(address(rewards));
        emit IValidatorRewards.CommissionPaid(1, 2, candidate(2), amount);
        vm.prank(stranger);
        vm.assertEq(rewards.claimCommission(1, 1), amount);
        vm.assertEq(asset.balanceOf(candidate(2)), amount);
        vm.assertEq(rewards.reserved(), reserved - amount);
    }

    function test_claim() public {
        close(INCOME);
        uint256 first = rewards.rewardOf(1, 0);
        uint256 third = rewards.rewardOf(1, 2);
        uint256 amount = ((first - first / 10) * 120) / 220 + ((third - third / 10) * 180) / 180;
        vm.expectEmit(address(rewards));
        emit IValidatorRewards.RewardPaid(1, 3, voter(3), amount);
        vm.prank(stranger);
        vm.assertEq(rewards.claim(1, 3, words(word(0, 120), word(2, 180)), proofOf(3)), amount);
        vm.assertEq(asset.balanceOf(voter(3)), amount);
    }

    function test_rewards_claimed_twice() public {
        close(INCOME);
        rewards.claimCommission(1, 0);
        rewards.claim(1, 1, words(word(0, 100)), proofOf(1));
        refuseReward(
            abi.encodeCall(IValidatorRewards.claimCommission, (1, 0)),
            abi.encodeWithSelector(IValidatorRewards.CommissionClaimed.selector, 1, 1)
        );
        refuseReward(
            claiming(1, 1, words(word(0, 100)), proofOf(1)),
            abi.encodeWithSelector(IValidatorRewards.RewardClaimed.selector, 1, 1)
        );
    }

    function test_claims_wait_for_the_closing() public {
        bytes memory expected = abi.encodeWithSelector(IValidatorRewards.TermNotClosed.selector, 1);
        refuseReward(abi.encodeCall(IValidatorRewards.claimCommission, (1, 0)), expected);
        refuseReward(claiming(1, 1, words(word(0, 100)), proofOf(1)), expected);
        vm.expectRevert(expected);
        rewards.rewardOf(1, 0);
    }

    function test_unknown_seat() public {
        close(INCOME);
        bytes memory data = abi.encodeCall(IValidatorRewards.claimCommission, (1, 3));
        refuseReward(data, abi.encodeWithSelector(IValidatorRewards.UnknownSeat.selector, 1, 3));
        data = abi.encodeCall(IValidatorRewards.claimCommission, (0, 0));
        refuseReward(data, abi.encodeWithSelector(IValidatorRewards.UnknownSeat.selector, 0, 0));
    }

    function test_forged_proofs() public {
        close(INCOME);
        refuseProof(1, words(word(0, 101)), proofOf(1));
        refuseProof(1, words(word(1, 100)), proofOf(1));
        refuseProof(1, words(word(0, 50), word(0, 50)), proofOf(1));
        refuseProof(2, words(word(0, 100)), proofOf(1));
        refuseProof(4, words(word(0, 100)), proofOf(1));
        refuseProof(1, words(word(0, 100)), proofOf(2));
        refuseProof(1, words(word(0, 100)), new bytes32[](0));
        refuseProof(1, new uint256[](0), proofOf(1));
        // The upper node with its children as a leaf's words: a leaf has more.
        (bytes32 a, bytes32 b) = (leafOf(1), leafOf(2));
        if (a > b) (a, b) = (b, a);
        bytes32[] memory top = new bytes32[](1);
        top[0] = leafOf(3);
        refuseProof(uint32(uint256(a)), words(uint256(b)), top);
        // A set that nobody elected has no root.
        refuseReward(
            claiming(0, 1, words(word(0, 100)), new bytes32[](0)),
            abi.encodeWithSelector(IValidatorRewards.InvalidVoterProof.selector, 0, 1)
        );
    }

    function refuseProof(uint32 voterId, uint256[] memory edges, bytes32[] memory proof) private {
        bytes memory expected = abi.encodeWithSelector(IValidatorRewards.InvalidVoterProof.selector, 1, voterId);
        refuseReward(claiming(1, voterId, edges, proof), expected);
    }

    function claiming(
        uint32 term,
        uint32 voterId,
        uint256[] memory edges,
        bytes32[] memory proof
    ) private pure returns (bytes memory) {
        return abi.encodeCall(IValidatorRewards.claim, (term, voterId, edges, proof));
    }

    function test_many_claims_in_one_transaction() public {
        close(INCOME);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IValidatorRewards.claimCommission, (1, 0));
        calls[1] = claiming(1, 1, words(word(0, 100)), proofOf(1));
        rewards.multicall(calls);
        vm.assertTrue(rewards.commissionClaimed(1, 1) && rewards.rewardClaimed(1, 1));
    }

    /// Conservation: when everybody was paid, what is still reserved is less than a unit per edge and seat.
    function testFuzz_everything_is_paid(uint256 income) public {
        income = bound(income, 0, type(uint96).max);
        close(income);
        uint256 paid;
        for (uint256 i; i < 3; ++i) paid += rewards.claimCommission(1, i);
        paid += rewards.claim(1, 1, words(word(0, 100)), proofOf(1));
        paid += rewards.claim(1, 2, words(word(1, 200)), proofOf(2));
        paid += rewards.claim(1, 3, words(word(0, 120), word(2, 180)), proofOf(3));
        vm.assertEq(asset.balanceOf(address(rewards)), income - paid);
        vm.assertLe(rewards.reserved(), 4);
        vm.assertLe(income - paid, 4 + 3);
    }
}
