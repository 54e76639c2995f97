// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {VestingWallet} from "@openzeppelin/contracts/finance/VestingWallet.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Allocation, CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {FounderVesting} from "../../contracts/token/FounderVesting.sol";
import {bound, vm} from "../support/Vm.sol";

contract FounderVestingTest {
    uint256 private constant START = 1_700_000_000;
    uint256 private constant SHARE = 100_000_000e18;
    uint256 private constant YEAR = 365 days;
    address private constant FOUNDER = address(0xF2);
    address private constant BUYER = address(0xF3);

    CommuneToken private token;
    FounderVesting private vesting;

    function setUp() public {
        vm.warp(START);
        vesting = new FounderVesting(FOUNDER);
        Allocation[] memory founders = new Allocation[](1);
        founders[0] = Allocation(address(vesting), SHARE);
        token = new CommuneToken(address(new AccessManager(address(this))), address(0xF1), founders);
    }

    function test_constructor_starts_now() public view {
        vm.assertEq(vesting.owner(), FOUNDER);
        vm.assertEq(vesting.start(), START);
        vm.assertEq(vesting.cliff(), START + YEAR);
        vm.assertEq(vesting.end(), START + 4 * YEAR);
    }

    function test_release_pays_nothing_a_second_before_the_cliff() public {
        vm.warp(START + YEAR - 1);
        vm.assertEq(vesting.releasable(address(token)), 0);
        vesting.release(address(token));
        vm.assertEq(token.balanceOf(FOUNDER), 0);
    }

    function test_release_pays_a_quarter_at_the_cliff() public {
        vm.warp(START + YEAR);
        vm.expectEmit(address(vesting));
        emit VestingWallet.ERC20Released(address(token), SHARE / 4);
        vesting.release(address(token));
        vm.assertEq(token.balanceOf(FOUNDER), SHARE / 4);
    }

    function test_release_pays_everything_at_the_end() public {
        vm.warp(START + 4 * YEAR - 1);
        vm.assertLt(vesting.releasable(address(token)), SHARE);
        vm.warp(START + 4 * YEAR);
        vesting.release(address(token));
        vm.assertEq(token.balanceOf(FOUNDER), SHARE);
        vm.assertEq(token.balanceOf(address(vesting)), 0);
    }

    function testFuzz_release_pays_what_is_linear_however_often_it_is_asked(uint256 first, uint256 second) public {
        first = bound(first, 0, 5 * YEAR);
        second = bound(second, first, 5 * YEAR);
        vm.warp(START + first);
        vesting.release(address(token));
        vm.assertEq(token.balanceOf(FOUNDER), vested(first));
        vm.warp(START + second);
        vesting.release(address(token));
        vm.assertEq(token.balanceOf(FOUNDER), vested(second));
    }

    function test_attack_handing_the_wallet_over_makes_nothing_vest_earlier() public {
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(this)));
        vesting.transferOwnership(BUYER);
        vm.prank(FOUNDER);
        vesting.transferOwnership(BUYER);
        vesting.release(address(token));
        vm.assertEq(token.balanceOf(BUYER), 0);
        vm.warp(START + 2 * YEAR);
        vesting.release(address(token));
        vm.assertEq(token.balanceOf(BUYER), SHARE / 2);
        vm.assertEq(token.balanceOf(FOUNDER), 0);
    }

    function test_renounceOwnership_locks_what_is_left() public {
        vm.prank(FOUNDER);
        vesting.renounceOwnership();
        vm.warp(START + 4 * YEAR);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        vesting.release(address(token));
    }

    function vested(uint256 elapsed) private pure returns (uint256) {
        if (elapsed < YEAR) return 0;
        return elapsed >= 4 * YEAR ? SHARE : (SHARE * elapsed) / (4 * YEAR);
    }
}
